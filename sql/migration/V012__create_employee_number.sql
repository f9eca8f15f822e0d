-- Every number, current or former, and whose it is; known from the date of the first import that named it.
create table if not exists employee_number (
  no         varchar(32) character set ascii collate ascii_bin not null,
  person     varchar(32) character set ascii collate ascii_bin not null,
  known_from date        not null,
  primary key (no),
  key employee_number_person (person)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
