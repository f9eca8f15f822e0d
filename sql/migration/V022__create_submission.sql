-- What an agency's drop meant under a mandate. In force on X: accepted with in_force_from <= X, the latest.
create table if not exists submission (
  mandate       varchar(64) character set ascii collate ascii_bin not null,
  agency        varchar(64) character set ascii collate ascii_bin not null,
  received_on   date        not null,
  take          int         not null,
  submission_id varchar(32) character set ascii collate ascii_bin not null comment 'as published: received_on-hash',
  drop_hash     char(64)    character set ascii collate ascii_bin not null comment 'SHA-256 over the sorted file hashes',
  verdict       varchar(16) character set ascii collate ascii_bin not null comment 'ACCEPTED, UNCHANGED, HELD, REFUSED',
  decision      varchar(16) character set ascii collate ascii_bin null comment 'of a held one: ACCEPT or REFUSE',
  decided_on    date        null comment 'the business date from which the decision holds; null until a run takes it up',
  row_count     int         not null,
  files         mediumtext  not null comment 'JSON: name, sheet, SHA-256, column names',
  notes         mediumtext  not null comment 'JSON: exceptions of whole files',
  sample        varchar(4000) not null comment 'JSON: numbers spread over the list',
  primary key (mandate, agency, received_on, take)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
