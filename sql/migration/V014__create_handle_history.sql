-- What an agency's lists have said of handles since an export's day, so that a night with a new list reads none of those before.
create table if not exists handle_history (
  mandate         varchar(64) character set ascii collate ascii_bin not null,
  agency          varchar(64) character set ascii collate ascii_bin not null,
  mandate_version char(64)    character set ascii collate ascii_bin not null comment 'under another mandate cells may be of another column',
  received_on     date        not null comment 'of the last list',
  lists           text        character set ascii collate ascii_bin not null comment 'received_on/batch of each, in order',
  body            mediumblob  not null comment 'COMPRESSed JSON: numbers, each with its cell in the first list and every change of it',
  primary key (mandate, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
