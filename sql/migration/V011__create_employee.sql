-- The employee master in intervals, clustered by agency because a night walks it agency by agency in order of number.
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
  primary key (agency, no, valid_from),
  key employee_person (person, valid_from)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
