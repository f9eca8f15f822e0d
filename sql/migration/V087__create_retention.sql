-- From which date on nights are kept whole: those before can neither be made nor published again.
create table if not exists retention (
  home      int  not null comment 'always 1',
  kept_from date not null,
  primary key (home)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
