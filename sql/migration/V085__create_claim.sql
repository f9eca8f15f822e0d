-- What a message of a chat reports of one agency, readable or not. A night asks for those of its last days by the time of sending.
create table if not exists claim (
  received_on        date         not null,
  take               int          not null,
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
  primary key (received_on, take, chat, line, agency),
  key claim_sent (sent)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
