-- What lay in the inbox, and what became of it.

-- One batch of files from the inbox, for a date; all mandates read what it took. Those that are not done are looked for several
-- times a night; there is hardly ever one.
create table if not exists intake_batch (
  received_on date        not null,
  batch       int         not null comment '1 for the first batch of that date',
  listed      boolean     not null default false comment 'the inbox was looked at; files that come later wait for the next night',
  done        boolean     not null default false comment 'every listed file is archived or left, and gone from the inbox',
  from_archive boolean    not null default false comment 'given back by the journal of the archive, whose files lie in no inbox',
  primary key (received_on, batch),
  key intake_batch_done (done, received_on, batch)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Every file that a batch saw: what it was, and what became of it.
create table if not exists intake_file (
  received_on date         not null,
  batch       int          not null,
  folder      varchar(255) not null,
  name        varchar(255) not null,
  agency      varchar(64)  character set ascii collate ascii_bin null comment 'null: the folder is no agency',
  size        bigint       not null,
  modified    bigint       not null comment 'milliseconds since 1970 as the file system says',
  sha256      char(64)     character set ascii collate ascii_bin null comment 'its name in the archive',
  state       varchar(16)  character set ascii collate ascii_bin not null comment 'SEEN, ARCHIVED, LEFT, UNSAFE, CLOSED (may not be read), STAYS (folder of no agency), PURGED',
  blanks      int          not null comment 'at the end of folder (thousands) and name: the collation of a server may not see them',
  crc32       int unsigned null comment 'of the bytes that sha256 names; null: not kept, as of a large file',
  primary key (received_on, batch, folder, name, blanks)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What an agency's drop meant under a mandate. What is in force on a date is looked up, agency by agency, at the end of a key: a
-- year of nightly drops from 500 agencies is 180,000 submissions, and nearly all of them say nothing of tonight.
create table if not exists submission (
  mandate       varchar(64) character set ascii collate ascii_bin not null,
  agency        varchar(64) character set ascii collate ascii_bin not null,
  received_on   date        not null,
  batch         int         not null,
  submission_id varchar(32) character set ascii collate ascii_bin not null comment 'as published: received_on-hash',
  drop_hash     char(64)    character set ascii collate ascii_bin not null comment 'SHA-256 over the sorted file hashes',
  verdict       varchar(16) character set ascii collate ascii_bin not null comment 'ACCEPTED, UNCHANGED, HELD, REFUSED',
  decision      varchar(16) character set ascii collate ascii_bin null comment 'of a held one: ACCEPT or REFUSE; QUARANTINE of one that was taken out',
  decided_on    date        null comment 'the business date from which the decision holds; null until a run takes it up',
  row_count     int         not null,
  kept_rows     int         null comment 'of a list with corrections: rows in list_page, with those that are replaced; null: row_count',
  files         mediumtext  not null comment 'JSON: name, sheet, SHA-256, column names',
  notes         mediumtext  not null comment 'JSON: exceptions of whole files',
  in_force_from date generated always as (
    case when verdict = 'ACCEPTED' then received_on
         when verdict = 'HELD' and decision = 'ACCEPT' then decided_on end) stored
    comment 'the latest up to a date is the list in force; null: never in force',
  held_for      mediumtext  null comment 'JSON: kinds and numbers; null: not held',
  asked         char(16)    character set ascii collate ascii_bin null comment 'digest of the mandate''s obligations and columns under which it was read; null: not a list',
  primary key (mandate, agency, received_on, batch),
  key submission_in_force (mandate, agency, in_force_from, received_on, batch),
  key submission_verdict (mandate, agency, verdict, received_on, batch),
  key submission_decision (verdict, decision, decided_on)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Lists that somebody has taken out of force, so that the one before holds again. Few: looked at beside each list in force.
create table if not exists withdrawal (
  mandate     varchar(64) character set ascii collate ascii_bin not null,
  agency      varchar(64) character set ascii collate ascii_bin not null,
  received_on date        not null,
  batch       int         not null,
  supposed    int         not null comment '0; what is supposed in a transaction that is rolled back has another key',
  holds_from  date        null comment 'the business date from which it is out of force; null until a run takes it up',
  known_at    datetime(3) not null comment 'UTC; when that was said',
  primary key (mandate, agency, received_on, batch, supposed)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- A list as it was read, whole and immutable: pages sorted by number, file and row, with the rows that corrections replace; body is
-- COMPRESS(JSON).
create table if not exists list_page (
  mandate     varchar(64) character set ascii collate ascii_bin not null,
  agency      varchar(64) character set ascii collate ascii_bin not null,
  received_on date        not null,
  batch       int         not null,
  page        int         not null,
  row_count   int         not null,
  body        mediumblob  not null,
  primary key (mandate, agency, received_on, batch, page)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
