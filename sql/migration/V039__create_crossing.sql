-- What other agencies' lists mean for this one. TWICE: its row does not count, another agency's does.
-- REPORTED: its person stands on another agency's list only. SHARED: its row's handle is claimed by another person too.
create table if not exists crossing (
  run_id  bigint       not null,
  agency  varchar(64)  character set ascii collate ascii_bin not null,
  kind    varchar(16)  character set ascii collate ascii_bin not null,
  no      varchar(32)  character set ascii collate ascii_bin not null comment 'the current number of the person',
  other   varchar(500) not null comment 'the other agency or agencies',
  answers varchar(500) not null,
  primary key (run_id, agency, kind, no)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
