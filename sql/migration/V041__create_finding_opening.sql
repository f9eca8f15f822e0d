-- When each exception opened: asked for those that are not in the last set, to tell a new one from one that is back.
create table if not exists finding_opening (
  agency      varchar(64) character set ascii collate ascii_bin not null,
  fingerprint char(32)    character set ascii collate ascii_bin not null,
  run_id      bigint      not null,
  part        varchar(8)  character set ascii collate ascii_bin not null,
  first_seen  date        not null,
  primary key (agency, fingerprint, run_id, part),
  key finding_opening_run (run_id, part, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
