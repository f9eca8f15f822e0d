-- One taking of files from the inbox, for a date; all mandates read what it took.
create table if not exists taking (
  received_on date        not null,
  take        int         not null comment '1 for the first taking of that date',
  listed      boolean     not null default false comment 'the inbox was looked at; files that come later wait for the next night',
  done        boolean     not null default false comment 'every listed file is archived or left, and gone from the inbox',
  primary key (received_on, take)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
