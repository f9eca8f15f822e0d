-- Agencies as the register has them, in intervals: a row holds on the dates valid_from <= X < valid_to.
create table if not exists agency (
  code       varchar(64)  character set ascii collate ascii_bin not null,
  valid_from date         not null,
  valid_to   date         not null default '9999-12-31',
  name       varchar(250) not null,
  parent     varchar(64)  character set ascii collate ascii_bin null,
  aliases    varchar(2000) not null default '' comment 'as written, separated by |',
  expected   boolean      not null comment 'is it expected to report',
  primary key (code, valid_from)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
