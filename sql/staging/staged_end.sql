-- A person of the register who is in no row.
create temporary table staged_end (
  person varchar(32)  character set ascii collate ascii_bin not null,
  agency varchar(64)  character set ascii collate ascii_bin not null,
  no     varchar(32)  character set ascii collate ascii_bin not null,
  name   varchar(250) not null,
  type   varchar(32)  character set ascii collate ascii_bin not null,
  active boolean      not null,
  primary key (person)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin
