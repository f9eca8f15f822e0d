-- A former number that a row names.
create temporary table staged_former (
  seq   bigint      not null,
  place int         not null,
  no    varchar(32) character set ascii collate ascii_bin not null,
  primary key (seq, place)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin
