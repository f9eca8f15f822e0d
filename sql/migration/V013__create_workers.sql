-- Workers of other machines, what they work on, and the messages by which it is offered to them.

-- A process that works on parts of runs. Its row goes when it ends by itself; that of a dead one after a day.
create table if not exists worker (
  worker_id     bigint       not null auto_increment,
  owner         varchar(128) character set ascii collate ascii_bin not null,
  host          varchar(250) not null,
  pid           bigint       not null,
  process_start bigint       not null comment 'milliseconds; tells a reused pid',
  judges_by     text         not null comment 'program version and mandates, each with its SHA-256: a run works with its equals only',
  since         datetime(3)  not null,
  beat_at       datetime(3)  not null comment 'by the database''s clock',
  refused       varchar(500) null comment 'why it gets no work; it ends with that',
  primary key (worker_id),
  key worker_by_beat (beat_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- A partition of a step of a run, while the step runs. Whoever sets WAITS to WORKS has it; whoever loses it writes under a
-- token that holds no more.
create table if not exists worker_partition (
  step_execution bigint      not null comment 'Batch''s own id',
  run_id         bigint      not null,
  mandate        varchar(64) character set ascii collate ascii_bin not null,
  business_date  date        not null,
  token          bigint      not null comment 'of the run''s lock',
  step           varchar(32) character set ascii collate ascii_bin not null,
  shard          int         not null,
  state          varchar(8)  character set ascii collate ascii_bin not null comment 'WAITS, WORKS, DONE, STOPPED, FAILED',
  worker_id      bigint      null comment '0: the run itself',
  beat_at        datetime(3) null comment 'while a thread of that worker works on it',
  failure        text        null comment 'in words without data',
  passes         boolean     not null default false comment 'by itself: another attempt may do better',
  primary key (step_execution),
  key worker_partition_of_run (run_id, token),
  key worker_partition_of_worker (worker_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- Spring Integration's own, as it ships it: each message is a partition to be worked on, for whoever takes it first.
create table if not exists INT_CHANNEL_MESSAGE (
  MESSAGE_ID       char(36)     not null,
  GROUP_KEY        char(36)     not null,
  CREATED_DATE     bigint       not null,
  MESSAGE_PRIORITY bigint       null,
  MESSAGE_SEQUENCE bigint       not null auto_increment unique,
  MESSAGE_CONTENT  blob         null,
  REGION           varchar(100) not null,
  primary key (REGION, GROUP_KEY, CREATED_DATE, MESSAGE_SEQUENCE),
  key INT_CHANNEL_MSG_DELETE_IDX (REGION, GROUP_KEY, MESSAGE_ID)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
