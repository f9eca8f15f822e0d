-- People counted: judged_by is the agency whose outcome holds the row (a parent's list speaks for agencies below it).
create table if not exists tally (
  run_id       bigint      not null,
  judged_by    varchar(64) character set ascii collate ascii_bin not null,
  agency       varchar(64) character set ascii collate ascii_bin not null,
  type         varchar(32) character set ascii collate ascii_bin not null,
  obligation   varchar(64) character set ascii collate ascii_bin not null comment 'all: over those that are not voluntary',
  headcount    int         not null,
  exempt       int         not null,
  met          int         not null,
  unverified   int         not null,
  not_met      int         not null,
  not_reported int         not null,
  total        bigint      null,
  primary key (run_id, judged_by, agency, type, obligation)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
