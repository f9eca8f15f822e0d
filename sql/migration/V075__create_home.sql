-- Which home this database belongs to: HOME/home.id holds the same id, and a command works only where both agree.
create table if not exists home (
  one      int         not null comment 'always 1: a database is one home',
  id       char(32)    character set ascii collate ascii_bin not null,
  bound_at datetime(3) not null,
  primary key (one)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
