-- How far the schedule has looked for dates of a job that became due, and by which timetable it did.
create table if not exists scheduled_job (
  job       varchar(32)  character set ascii collate ascii_bin not null,
  time      char(5)      character set ascii collate ascii_bin not null,
  zone      varchar(64)  character set ascii collate ascii_bin not null,
  enabled   boolean      not null,
  looked_at datetime(3)  not null comment 'UTC; dates due up to then stand in scheduled_date',
  looked_by varchar(250) not null,
  primary key (job)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
