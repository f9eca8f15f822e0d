-- A list as it was read, whole and immutable: pages sorted by number, file and row; body is COMPRESS(JSON).
create table if not exists list_page (
  mandate     varchar(64) character set ascii collate ascii_bin not null,
  agency      varchar(64) character set ascii collate ascii_bin not null,
  received_on date        not null,
  take        int         not null,
  page        int         not null,
  row_count   int         not null,
  body        mediumblob  not null,
  primary key (mandate, agency, received_on, take, page)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
