-- Every file that a taking saw: what it was, and what became of it.
create table if not exists intake (
  received_on date         not null,
  take        int          not null,
  folder      varchar(255) not null,
  name        varchar(255) not null,
  agency      varchar(64)  character set ascii collate ascii_bin null comment 'null: the folder is no agency',
  size        bigint       not null,
  modified    bigint       not null comment 'milliseconds since 1970 as the file system says',
  sha256      char(64)     character set ascii collate ascii_bin null comment 'its name in the archive',
  state       varchar(16)  character set ascii collate ascii_bin not null comment 'SEEN, ARCHIVED, LEFT, UNSAFE, CLOSED (may not be read), STAYS (folder of no agency)',
  blanks      int          not null comment 'at the end of folder (thousands) and name: the collation of a server may not see them',
  primary key (received_on, take, folder, name, blanks)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
