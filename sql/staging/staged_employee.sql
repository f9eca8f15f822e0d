-- A row of an import, numbered in the order of its files.
create temporary table staged_employee (
  seq    bigint       not null,
  sheet  int          not null comment 'which of the sheets that were read',
  line   int          not null comment 'as the spreadsheet shows it',
  agency varchar(64)  character set ascii collate ascii_bin not null,
  no     varchar(32)  character set ascii collate ascii_bin not null,
  name   varchar(250) not null,
  type   varchar(32)  character set ascii collate ascii_bin not null,
  status varchar(32)  character set ascii collate ascii_bin not null,
  active boolean      not null,
  former varchar(3400) character set ascii collate ascii_bin not null comment 'former numbers that the row names, sorted, separated by |',
  person varchar(32)  character set ascii collate ascii_bin null comment 'whose numbers the row names, one of them where they are several people''s; null: the register has never known this person',
  primary key (seq)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin
