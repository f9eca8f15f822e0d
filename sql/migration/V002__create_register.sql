-- The register: agencies and people as its imports said they are, in intervals of business dates.

-- Agencies as the register has them, in intervals: a row holds on the dates valid_from <= X < valid_to.
create table if not exists agency (
  code       varchar(64)  character set ascii collate ascii_bin not null,
  valid_from date         not null,
  valid_to   date         not null default '9999-12-31',
  name       varchar(250) not null,
  parent     varchar(64)  character set ascii collate ascii_bin null,
  aliases    varchar(2000) not null default '' comment 'as written, separated by |',
  expected   boolean      not null comment 'is it expected to report',
  contact    varchar(254) character set ascii collate ascii_bin not null default ''
             comment 'address that gets the list of the agency; empty: none',
  primary key (code, valid_from)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The employee master, clustered by agency because a night walks it agency by agency in order of number. A person begins once
-- on a date: this finds two rows of an import that give two new people one number.
create table if not exists employee (
  agency     varchar(64)  character set ascii collate ascii_bin not null,
  no         varchar(32)  character set ascii collate ascii_bin not null comment 'current number in this interval',
  valid_from date         not null,
  valid_to   date         not null default '9999-12-31',
  person     varchar(32)  character set ascii collate ascii_bin not null comment 'the first number under which the register knew this person',
  name       varchar(250) not null,
  type       varchar(32)  character set ascii collate ascii_bin not null,
  status     varchar(32)  character set ascii collate ascii_bin not null comment 'legal status, canonical code',
  active     boolean      not null comment 'does this status count as active',
  former     varchar(3400) character set ascii collate ascii_bin not null default ''
             comment 'former numbers as the import named them, sorted, separated by |',
  primary key (agency, no, valid_from),
  unique key employee_person (person, valid_from)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Every number other than its person's first, current or former, and whose it is; known from the date of the first import that
-- named it. It follows from employee.
create table if not exists employee_number (
  no         varchar(32) character set ascii collate ascii_bin not null,
  person     varchar(32) character set ascii collate ascii_bin not null,
  known_from date        not null,
  primary key (no),
  key employee_number_person (person)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Which employment types people of the register have or had is asked before each run. Kept beside the people, it costs the
-- import of a million a quarter less than a key of them all.
create table if not exists register_type (
  type  varchar(32) character set ascii collate ascii_bin not null,
  ended date        null comment 'since when nobody active has it; null: somebody may',
  primary key (type)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What was imported into the register, who did it, and what it changed. The same files again, read by the same rules, change
-- nothing, so the register need not be read.
create table if not exists register_import (
  import_id     bigint      not null auto_increment,
  kind          varchar(16) character set ascii collate ascii_bin not null comment 'AGENCIES or EMPLOYEES',
  effective     date        not null,
  employment_group varchar(32) character set ascii collate ascii_bin null comment 'null: the whole register',
  files         varchar(4000) not null,
  added         int         not null,
  changed       int         not null,
  ended         int         not null,
  imported_at   datetime(3) not null,
  hashes        text character set ascii collate ascii_bin null comment 'SHA-256 of each file, in the order of files',
  read_as       char(64) character set ascii collate ascii_bin null
                comment 'SHA-256 over hashes, rules and what was asked for; null where more was said than counts',
  people        int null comment 'rows of its files',
  imported_by   varchar(512) null comment 'user@host of the system',
  primary key (import_id),
  key register_import_effective (effective)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Which agencies an import changed, and on which dates, its own and those of later imports where what it changed may end: a night
-- computes again only what was touched. The last import that touched an agency stands at the end of a key.
create table if not exists register_touch (
  agency    varchar(64) character set ascii collate ascii_bin not null,
  effective date        not null,
  import_id bigint      not null,
  primary key (agency, effective, import_id),
  key register_touch_import (agency, import_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- A first import writes on two connections, which commit one after the other. Between the two commits a row stands here: as
-- long as it does, the register has some of its first people only, and nobody may take them for the register.
create table if not exists register_half (
  since datetime(3) not null,
  primary key (since)
) engine = InnoDB;
