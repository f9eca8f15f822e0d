-- Exceptions of an outcome (part LIST) or of one night only (part NIGHT), with their lifecycle; body is COMPRESS(JSON).
create table if not exists finding_page (
  run_id    bigint      not null,
  agency    varchar(64) character set ascii collate ascii_bin not null comment 'empty: no agency',
  part      varchar(8)  character set ascii collate ascii_bin not null,
  page      int         not null,
  row_count int         not null,
  body      mediumblob  not null,
  primary key (run_id, agency, part, page)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
