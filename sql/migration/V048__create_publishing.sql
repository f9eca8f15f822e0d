-- Publications of a mandate follow one another: each holds the row to the end of its transaction.
create table if not exists publishing (
  mandate varchar(64) character set ascii collate ascii_bin not null,
  primary key (mandate)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
