-- A number of a row that the register knows, and whose it is.
create temporary table staged_match (
  seq        bigint      not null,
  no         varchar(32) character set ascii collate ascii_bin not null,
  person     varchar(32) character set ascii collate ascii_bin not null,
  primary key (seq, no),
  key staged_match_person (person)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin
