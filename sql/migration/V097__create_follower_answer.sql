-- For each person whose claimed handle was looked for in a complete export, whether it was found. Of others in it there is nothing.
create table if not exists follower_answer (
  mandate     varchar(64) character set ascii collate ascii_bin not null,
  agency      varchar(64) character set ascii collate ascii_bin not null comment 'whose list has the rows',
  account     varchar(64) character set ascii collate ascii_bin not null,
  received_on date        not null,
  take        int         not null,
  number      int         not null,
  list_on     date        not null comment 'the list that the handles were looked up in: received_on and take of its submission',
  list_take   int         not null,
  looked_for  int         not null,
  found       int         not null,
  digest      binary(32)  not null comment 'of all the rest of what judging reads of it: the same under two exports where both say the same',
  body        mediumblob  not null comment 'COMPRESSed JSON: found and missing, people by the register''s id',
  primary key (mandate, agency, account, received_on, take, number),
  key follower_answer_export (mandate, received_on, take, number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
