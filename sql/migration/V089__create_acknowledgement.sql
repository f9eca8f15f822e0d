-- Exceptions that somebody knows of and will not mend before a day. Never changed but for when it was ended.
create table if not exists acknowledgement (
  acknowledgement_id bigint       not null auto_increment comment 'inside the database only',
  fingerprint        char(32)     character set ascii collate ascii_bin not null,
  code               varchar(64)  character set ascii collate ascii_bin not null,
  agency             varchar(64)  character set ascii collate ascii_bin not null comment 'empty where none is meant',
  note               varchar(500) not null,
  valid_until        date         not null comment 'the last business date on which it is acknowledged',
  known_at           datetime(3)  not null comment 'UTC; no date of a night',
  known_by           varchar(250) not null,
  ended_at           datetime(3)  null comment 'UTC; taken back, or another took its place',
  primary key (acknowledgement_id),
  key acknowledgement_in_force (ended_at, valid_until, fingerprint),
  key acknowledgement_fingerprint (fingerprint)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
