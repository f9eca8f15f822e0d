-- What people decided about who need not, and what need not be mended yet.

-- Who need not: a person or an agency, one obligation or all, from a day to a day. What was granted is never changed;
-- ends_on alone falls where an exemption is ended earlier, which stands in audit_log.
create table if not exists exemption (
  exemption_id bigint       not null auto_increment comment 'inside the database only',
  person       varchar(32)  character set ascii collate ascii_bin not null comment 'empty: an agency''s people are exempt',
  agency       varchar(64)  character set ascii collate ascii_bin not null comment 'empty: a person is exempt',
  obligation   varchar(64)  character set ascii collate ascii_bin not null comment 'all: every obligation of every mandate, voluntary ones too',
  ground       varchar(64)  character set ascii collate ascii_bin not null comment 'of jobs/exemptions.yml',
  valid_from   date         not null,
  valid_until  date         not null comment 'the last exempt day as granted; 9999-12-31: none',
  ends_on      date         not null comment 'the last exempt day as it is by now; before valid_from: on no day',
  granted_by   varchar(200) not null,
  document     varchar(200) not null,
  known_at     datetime(3)  not null comment 'UTC; no date of a night',
  known_by     varchar(250) not null,
  ended_at     datetime(3)  null comment 'UTC; when it was ended the last time, null where it was not',
  primary key (exemption_id),
  unique key exemption_as_granted (person, agency, obligation, ground, valid_from, valid_until, granted_by, document),
  key exemption_in_force (ends_on, valid_from, person, agency, obligation)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

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
