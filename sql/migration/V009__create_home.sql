-- The home of this database, and what people did in it.

-- Which home this database belongs to: HOME/home.id holds the same id, and a command works only where both agree.
create table if not exists home (
  one      int         not null comment 'always 1: a database is one home',
  id       char(32)    character set ascii collate ascii_bin not null,
  bound_at datetime(3) not null,
  primary key (one)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What people did to the facts: imports, decisions, repairs.
create table if not exists audit_log (
  audit_id bigint       not null auto_increment,
  at       datetime(3)  not null,
  who      varchar(250) not null,
  what     varchar(64)  character set ascii collate ascii_bin not null,
  subject  varchar(500) not null,
  detail   text         not null,
  primary key (audit_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- From which date on nights are kept whole: those before can neither be made nor published again.
create table if not exists retention (
  home      int  not null comment 'always 1',
  kept_from date not null,
  primary key (home)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
