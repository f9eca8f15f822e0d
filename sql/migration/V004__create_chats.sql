-- What heads of agency report in chats.

-- Exported chats that a batch took, as they were read. Nothing of a sender is kept.
create table if not exists chat (
  received_on  date         not null,
  batch        int          not null,
  chat         int          not null comment 'in the order in which the batch read them',
  name         varchar(255) not null comment 'as dropped, without telephone numbers and names of senders',
  original     char(64)     character set ascii collate ascii_bin null comment 'SHA-256 of the file as dropped: one that a crash left in the inbox is known by it',
  sha256       char(64)     character set ascii collate ascii_bin null comment 'of what is kept of it: its name in the archive',
  refusal      varchar(32)  character set ascii collate ascii_bin null comment 'why nothing of it is used',
  date_assumed boolean      not null comment 'dates allow several orders, and Indonesian marks decided',
  first_minute bigint       not null comment 'of its first message, in minutes since 1970 by the phone''s clock',
  last_minute  bigint       not null,
  prints       mediumblob   not null comment 'COMPRESSed pairs of a message''s print and minute: another export of the chat is known by them',
  primary key (received_on, batch, chat)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What a message of a chat reports of one agency, readable or not. A night asks for those of its last days by the time of sending.
create table if not exists claim (
  received_on        date         not null,
  batch              int          not null,
  chat               int          not null,
  line               bigint       not null comment 'of the message''s head in the chat, from 1',
  agency             varchar(64)  character set ascii collate ascii_bin not null,
  sent               datetime     not null comment 'by the clock of the phone that exported the chat',
  print              bigint       not null comment 'by which the message is known in another export',
  asn_people         int          null comment 'null: nothing is reported of ASN',
  asn_following      int          null,
  contract_people    int          null,
  contract_following int          null,
  nil                boolean      not null comment 'the agency has nothing to report',
  doubt              varchar(32)  character set ascii collate ascii_bin not null comment 'why it cannot be read for sure; empty where it can',
  words              varchar(400) not null comment 'agency and numbers, nothing that could be a name',
  primary key (received_on, batch, chat, line, agency),
  key claim_sent (sent),
  key claim_of_agency (agency, sent, doubt)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What heads of agency claim on a night, as its set shows it; agencies without a claim have no row.
create table if not exists claimed (
  run_id             bigint      not null,
  agency             varchar(64) character set ascii collate ascii_bin not null,
  asn_people         int         null comment 'null: nothing is claimed of ASN',
  asn_following      int         null,
  contract_people    int         null,
  contract_following int         null,
  nil                boolean     not null comment 'there is nothing to report',
  primary key (run_id, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
