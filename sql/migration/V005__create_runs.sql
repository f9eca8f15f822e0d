-- Runs, and whose turn it is.

-- A run is a mandate, a date and a revision. Nights open are published dates, counted as they were when a set was published:
-- whatever was published later has a greater number, whichever its date.
create table if not exists run (
  run_id        bigint      not null auto_increment comment 'inside the database only, never published',
  mandate       varchar(64) character set ascii collate ascii_bin not null,
  business_date date        not null,
  revision      int         not null,
  state         varchar(16) character set ascii collate ascii_bin not null comment 'STARTED, STOPPED, FAILED, PUBLISHED',
  previous_run  bigint      null comment 'the set published for the latest earlier date',
  publication   int         null comment '1, 2, … in the order in which the mandate published; null: not published',
  batch         int         null comment 'the batch it does itself; null: it takes nothing',
  shards        int         not null,
  settings      text        not null comment 'JSON: what a restart must find again',
  register_seen varchar(64) character set ascii collate ascii_bin not null default '' comment 'which imports the register held when this run judged',
  due           int         not null default 0 comment 'obligation all over everybody, once published',
  met           int         not null default 0,
  received      int         not null default 0 comment 'files that its batch archived',
  row_count     bigint      not null default 0 comment 'data rows of all lists in force',
  started_at    datetime(3) not null,
  ended_at      datetime(3) null,
  failure       text        null,
  read_on       date        null comment 'with read_batch: every delivery up to this batch has a verdict of the mandate',
  read_batch    int         null,
  learnt        varchar(500) null comment 'JSON: counts of what was learnt after the first set of the date and concerns it; null: a first set',
  primary key (run_id),
  unique key run_natural (mandate, business_date, revision),
  key run_read (mandate, read_on, read_batch),
  key run_date (business_date),
  key run_published (mandate, state, business_date, publication),
  key run_publication (mandate, publication)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- One owner for each mandate and date. The token grows with each owner; a chunk commits only under its own token.
create table if not exists run_lock (
  mandate       varchar(64)  character set ascii collate ascii_bin not null,
  business_date date         not null,
  token         bigint       not null,
  owner         varchar(128) character set ascii collate ascii_bin null comment 'null: free',
  host          varchar(250) null,
  pid           bigint       null,
  process_start bigint       null comment 'milliseconds; tells a reused pid',
  since         datetime(3)  null,
  primary key (mandate, business_date)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- The owner's last sign of life by the database's clock, apart from the lock so that beating never waits for a chunk.
create table if not exists heartbeat (
  mandate       varchar(64) character set ascii collate ascii_bin not null,
  business_date date        not null,
  token         bigint      not null,
  beat_at       datetime(3) not null,
  stop_asked    boolean     not null default false,
  primary key (mandate, business_date)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Who takes files from the inbox: one run at a time, of whatever mandate. Its owner lives as long as the lock of its run does.
create table if not exists inbox_lock (
  home          int         not null comment 'always 1: a database is one home',
  token         bigint      not null comment 'grows with each owner',
  mandate       varchar(64) character set ascii collate ascii_bin null comment 'null: free',
  business_date date        null,
  run_token     bigint      not null comment 'of the lock of its run; where that has another by now, the owner is gone',
  primary key (home)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Publications of a mandate follow one another: each holds its row to the end of its transaction. New ones hold that of the
-- empty name too.
create table if not exists publishing (
  mandate varchar(64) character set ascii collate ascii_bin not null,
  primary key (mandate)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
