-- What an agency's contact was sent last: a digest of the exceptions that were open, and of the address. Nobody is in it.
create table if not exists sent_list (
  mandate varchar(64) character set ascii collate ascii_bin not null,
  agency  varchar(64) character set ascii collate ascii_bin not null,
  digest  char(64)    character set ascii collate ascii_bin not null,
  sent_at datetime(3) not null comment 'UTC; taken by the mail server, or refused for good',
  primary key (mandate, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
