-- What was imported into the register, and what it changed.
create table if not exists register_import (
  import_id     bigint      not null auto_increment,
  kind          varchar(16) character set ascii collate ascii_bin not null comment 'AGENCIES or EMPLOYEES',
  effective     date        not null,
  employment_group varchar(32) character set ascii collate ascii_bin null comment 'null: the whole register',
  files         varchar(4000) not null,
  added         int         not null,
  changed       int         not null,
  ended         int         not null,
  imported_at   datetime(3) not null,
  primary key (import_id),
  key register_import_effective (effective)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
