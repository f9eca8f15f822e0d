-- Who takes files from the inbox: one run at a time, of whatever mandate. Its owner lives as long as the lock of its run does.
create table if not exists inbox_lock (
  home          int         not null comment 'always 1: a database is one home',
  token         bigint      not null comment 'grows with each owner',
  mandate       varchar(64) character set ascii collate ascii_bin null comment 'null: free',
  business_date date        null,
  run_token     bigint      not null comment 'of the lock of its run; where that has another by now, the owner is gone',
  primary key (home)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
