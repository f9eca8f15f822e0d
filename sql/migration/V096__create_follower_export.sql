-- Exports of official accounts that a taking took: what was found of them, and never who is in them.
create table if not exists follower_export (
  received_on date         not null,
  take        int          not null,
  number      int          not null comment 'in the order in which the taking read them',
  account     varchar(255) not null comment 'the official account; of a folder that no mandate names its name, empty for files in no folder',
  exported_on date         null comment 'the day that it is of, in Asia/Jakarta; null where nothing says it',
  entries     int          not null comment 'handles in it, each once',
  refused     int          not null comment 'entries whose handle could not be told for sure',
  control     int          null comment 'followers of the account by control.txt',
  problem     varchar(32)  character set ascii collate ascii_bin null comment 'why nobody is judged by it; null: it is complete',
  detail      varchar(255) not null comment 'of the problem, nothing of an entry',
  files       mediumtext   character set ascii collate ascii_bin not null comment 'marks of its files as they lay there (place, size, time of change): those that a crash left are known by them',
  cleared     boolean      not null comment 'its files have left the inbox, as far as they could',
  primary key (received_on, take, number),
  key follower_export_account (account, received_on)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
