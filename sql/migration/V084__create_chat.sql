-- Exported chats that a taking took, as they were read. Nothing of a sender is kept.
create table if not exists chat (
  received_on  date         not null,
  take         int          not null,
  chat         int          not null comment 'in the order in which the taking read them',
  name         varchar(255) not null comment 'as dropped, without telephone numbers and names of senders',
  original     char(64)     character set ascii collate ascii_bin null comment 'SHA-256 of the file as dropped: one that a crash left in the inbox is known by it',
  sha256       char(64)     character set ascii collate ascii_bin null comment 'of what is kept of it: its name in the archive',
  refusal      varchar(32)  character set ascii collate ascii_bin null comment 'why nothing of it is used',
  date_assumed boolean      not null comment 'dates allow several orders, and Indonesian marks decided',
  first_minute bigint       not null comment 'of its first message, in minutes since 1970 by the phone''s clock',
  last_minute  bigint       not null,
  prints       mediumblob   not null comment 'COMPRESSed pairs of a message''s print and minute: another export of the chat is known by them',
  primary key (received_on, take, chat)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
