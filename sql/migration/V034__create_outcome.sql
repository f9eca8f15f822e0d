-- What judging an agency gave, with the keys that it was made with.
create table if not exists outcome (
  run_id    bigint      not null,
  agency    varchar(64) character set ascii collate ascii_bin not null,
  list_key  binary(32)  not null,
  cross_key binary(32)  not null,
  row_count int         not null,
  counted   int         not null,
  refused   int         not null,
  claims    mediumblob  not null comment 'handles of counted rows: 8 bytes hash, 4 bytes position in the list',
  primary key (run_id, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
