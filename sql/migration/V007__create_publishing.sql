-- What published sets showed.

-- Where each agency stood on a published night, so that later nights read their past in one small row a night.
create table if not exists agency_summary (
  run_id             bigint     not null,
  known              boolean    not null comment 'somebody owes nothing or has met all, or an agency''s position is known',
  headline_of        int        not null comment 'people of whom something is said first',
  headline_met       int        not null comment 'those of them who do it',
  headline_seen      boolean    not null comment 'something is known of one of them',
  headline_rate_only boolean    not null comment 'an agency of one or two people is among them',
  body               mediumblob not null comment 'COMPRESS(JSON), for what it holds see sql/README.md',
  primary key (run_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What a published set showed that its facts may tell otherwise later, and the hashes of what was published.
create table if not exists publication_context (
  run_id   bigint      not null,
  rekap    varchar(64) not null comment 'the program that made it',
  language varchar(8)  character set ascii collate ascii_bin not null,
  mandate  char(64)    character set ascii collate ascii_bin not null comment 'SHA-256 of the mandate''s file',
  data     char(64)    character set ascii collate ascii_bin not null comment 'SHA-256 over paths and hashes of its CSV files',
  manifest char(64)    character set ascii collate ascii_bin not null comment 'SHA-256 of manifest.json, which has those of all other files',
  body     mediumblob  not null comment 'COMPRESS(JSON), for what it holds see sql/README.md',
  primary key (run_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
