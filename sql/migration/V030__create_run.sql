-- A run is a mandate, a date and a revision.
create table if not exists run (
  run_id        bigint      not null auto_increment comment 'inside the database only, never published',
  mandate       varchar(64) character set ascii collate ascii_bin not null,
  business_date date        not null,
  revision      int         not null,
  state         varchar(16) character set ascii collate ascii_bin not null comment 'STARTED, STOPPED, FAILED, PUBLISHED',
  previous_run  bigint      null comment 'the set published for the latest earlier date',
  depth         int         not null comment 'sets published along previous_run, this one included',
  take          int         null comment 'the taking it does itself; null: it takes nothing',
  shards        int         not null,
  settings      text        not null comment 'JSON: what a restart must find again',
  register_seen varchar(64) character set ascii collate ascii_bin not null default '' comment 'which imports the register held when this run judged',
  due           int         not null default 0 comment 'obligation all over everybody, once published',
  met           int         not null default 0,
  received      int         not null default 0 comment 'files that its taking archived',
  row_count     bigint      not null default 0 comment 'data rows of all lists in force',
  started_at    datetime(3) not null,
  ended_at      datetime(3) null,
  failure       text        null,
  primary key (run_id),
  unique key run_natural (mandate, business_date, revision)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
