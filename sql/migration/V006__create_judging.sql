-- A night, agency by agency, and what judging gave.

-- A night points each agency at the list in force and at the outcome that holds.
create table if not exists night (
  run_id       bigint      not null,
  agency       varchar(64) character set ascii collate ascii_bin not null,
  shard        int         not null,
  state        varchar(16) character set ascii collate ascii_bin not null comment 'HELD, STALE, REPORTED, COVERED, NIL, MISSING, NOT_EXPECTED; GONE: left the register since the last night',
  covered_by   varchar(64) character set ascii collate ascii_bin null comment 'the agency above whose list speaks for it',
  received_on  date        null comment 'with batch: the submission in force',
  batch        int         null,
  stale        boolean      not null comment 'the list in force is older than allowed',
  input        mediumtext  null comment 'JSON: what is to be judged is made of; null: its outcome has it',
  cross_key    binary(32)  not null comment 'SHA-256 of what other agencies'' lists mean for it',
  outcome_run  bigint      not null comment 'the run whose outcome holds; 0: none yet',
  match_run    bigint      not null comment 'the run whose matches across agencies hold; 0: none',
  input_key    binary(32)  null comment 'what the outcome must be made of, where evidence came since it was judged',
  primary key (run_id, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What judging an agency gave. What it is made of stands with it, by reference, and its key is the digest of that.
create table if not exists outcome (
  run_id    bigint      not null,
  agency    varchar(64) character set ascii collate ascii_bin not null,
  list_key  binary(32)  not null,
  unmatched_key binary(32)  not null default '' comment 'SHA-256 of what the register says of its unmatched rows',
  cross_key binary(32)  not null,
  input     mediumtext  null comment 'JSON: what it is made of; list_key is a SHA-256 of the same',
  row_count int         not null,
  counted   int         not null,
  refused   int         not null,
  claims    mediumblob  not null comment 'handles of counted rows: 8 bytes hash, 4 bytes position in the list',
  primary key (run_id, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- People counted: judged_by is the agency whose outcome holds the row (a parent's list speaks for agencies below it).
create table if not exists tally (
  run_id       bigint      not null,
  judged_by    varchar(64) character set ascii collate ascii_bin not null,
  agency       varchar(64) character set ascii collate ascii_bin not null,
  type         varchar(32) character set ascii collate ascii_bin not null,
  obligation   varchar(64) character set ascii collate ascii_bin not null comment 'all: over those that are not voluntary',
  headcount    int         not null,
  exempt       int         not null,
  met          int         not null,
  unverified   int         not null,
  not_met      int         not null,
  not_reported int         not null,
  total        bigint      null,
  proven       int         not null default 0 comment 'part of met: found among the account''s followers',
  primary key (run_id, judged_by, agency, type, obligation)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- People of an agency and group: in the register, with a counted row, following every account that is owed.
create table if not exists presence (
  run_id    bigint      not null,
  judged_by varchar(64) character set ascii collate ascii_bin not null,
  agency    varchar(64) character set ascii collate ascii_bin not null,
  grp       varchar(32) character set ascii collate ascii_bin not null,
  headcount int         not null,
  counted   int         not null,
  following int         not null,
  primary key (run_id, judged_by, agency, grp)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- List rows whose number is not of the agency's own people: what other agencies' lists and the register must answer.
create table if not exists unmatched_row (
  run_id    bigint       not null,
  agency    varchar(64)  character set ascii collate ascii_bin not null,
  seq       int          not null,
  no        varchar(64)  not null comment 'as cleaned',
  person    varchar(32)  character set ascii collate ascii_bin null comment 'null: the register does not know it',
  state     varchar(250) not null comment 'what the register said of it when judged',
  counts    boolean      not null comment 'active elsewhere and first of that person here: it counts unless another row does',
  answers   varchar(500) not null comment 'its outcomes in the order of the mandate',
  primary key (run_id, agency, seq),
  key unmatched_row_no (no)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What other agencies' lists mean for this one. TWICE: its row does not count, another agency's does.
-- REPORTED: its person stands on another agency's list only. SHARED: its row's handle is claimed by another person too.
create table if not exists cross_agency_match (
  run_id  bigint       not null,
  agency  varchar(64)  character set ascii collate ascii_bin not null,
  kind    varchar(16)  character set ascii collate ascii_bin not null,
  no      varchar(32)  character set ascii collate ascii_bin not null comment 'the current number of the person',
  obligation varchar(64) character set ascii collate ascii_bin not null default '' comment 'SHARED: whose handle',
  other   varchar(500) not null comment 'the other agency or agencies',
  answers varchar(500) not null,
  primary key (run_id, agency, kind, no, obligation)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Exceptions of an outcome (part LIST) or of one night only (parts NIGHT, CLAIM, EVIDENCE), with their lifecycle; body is
-- COMPRESS(JSON).
create table if not exists finding_page (
  run_id    bigint      not null,
  agency    varchar(64) character set ascii collate ascii_bin not null comment 'empty: no agency',
  part      varchar(8)  character set ascii collate ascii_bin not null,
  page      int         not null,
  row_count int         not null,
  body      mediumblob  not null,
  primary key (run_id, agency, part, page)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- When each exception opened: asked for those that are not in the last set, to tell a new one from one that is back.
create table if not exists finding_opening (
  agency      varchar(64) character set ascii collate ascii_bin not null,
  fingerprint char(32)    character set ascii collate ascii_bin not null,
  run_id      bigint      not null,
  part        varchar(8)  character set ascii collate ascii_bin not null,
  first_seen  date        not null,
  primary key (agency, fingerprint, run_id, part),
  key finding_opening_run (run_id, part, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
