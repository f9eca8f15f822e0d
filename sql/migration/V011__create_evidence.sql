-- Evidence: what exports of official accounts prove.

-- Exports of official accounts that a batch took: what was found of them, and never who is in them.
create table if not exists follower_export (
  received_on date         not null,
  batch       int          not null,
  number      int          not null comment 'in the order in which the batch read them',
  account     varchar(255) not null comment 'the official account; of a folder that no mandate names its name, empty for files in no folder',
  exported_on date         null comment 'the day that it is of, in Asia/Jakarta; null where nothing says it',
  entries     int          not null comment 'handles in it, each once',
  refused     int          not null comment 'entries whose handle could not be told for sure',
  control     int          null comment 'followers of the account by control.txt',
  problem     varchar(32)  character set ascii collate ascii_bin null comment 'why nobody is judged by it; null: it is complete',
  detail      varchar(255) not null comment 'of the problem, nothing of an entry',
  files       mediumtext   character set ascii collate ascii_bin not null comment 'marks of its files as they lay there (place, size, time of change): those that a crash left are known by them',
  cleared     boolean      not null comment 'its files have left the inbox, as far as they could',
  primary key (received_on, batch, number),
  key follower_export_account (account, received_on)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- For each person whose claimed handle was looked for in a complete export, whether it was found. Of others in it there is nothing.
create table if not exists follower_answer (
  mandate     varchar(64) character set ascii collate ascii_bin not null,
  agency      varchar(64) character set ascii collate ascii_bin not null comment 'whose list has the rows',
  account     varchar(64) character set ascii collate ascii_bin not null,
  received_on date        not null,
  batch       int         not null,
  number      int         not null,
  list_on     date        not null comment 'the list that the handles were looked up in: received_on and batch of its submission',
  list_batch  int         not null,
  looked_for  int         not null,
  found       int         not null,
  digest      binary(32)  not null comment 'of all the rest of what judging reads of it: the same under two exports where both say the same',
  body        mediumblob  not null comment 'COMPRESSed JSON: found and missing, people by the register''s id',
  primary key (mandate, agency, account, received_on, batch, number),
  key follower_answer_export (mandate, received_on, batch, number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
