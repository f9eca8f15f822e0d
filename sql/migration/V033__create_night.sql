-- A night points each agency at the list in force and at the outcome that holds.
create table if not exists night (
  run_id       bigint      not null,
  agency       varchar(64) character set ascii collate ascii_bin not null,
  shard        int         not null,
  state        varchar(16) character set ascii collate ascii_bin not null comment 'HELD, STALE, REPORTED, COVERED, NIL, MISSING, NOT_EXPECTED; GONE: left the register since the last night',
  covered_by   varchar(64) character set ascii collate ascii_bin null comment 'the agency above whose list speaks for it',
  received_on  date        null comment 'with take: the submission in force',
  take         int         null,
  stale        boolean      not null comment 'the list in force is older than allowed',
  list_key     binary(32)  not null comment 'SHA-256 of everything that judging reads, crossings apart',
  cross_key    binary(32)  not null comment 'SHA-256 of what other agencies'' lists mean for it',
  outcome_run  bigint      not null comment 'the run whose outcome holds; 0: none yet',
  crossing_run bigint      not null comment 'the run whose crossings hold; 0: none',
  primary key (run_id, agency),
  key night_covered_by (run_id, covered_by)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
