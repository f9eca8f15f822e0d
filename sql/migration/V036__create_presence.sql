-- People of an agency and group: in the register, with a counted row, following every account that is owed.
create table if not exists presence (
  run_id    bigint      not null,
  judged_by varchar(64) character set ascii collate ascii_bin not null,
  agency    varchar(64) character set ascii collate ascii_bin not null,
  grp       varchar(32) character set ascii collate ascii_bin not null,
  headcount int         not null,
  counted   int         not null,
  following int         not null,
  primary key (run_id, judged_by, agency, grp)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
