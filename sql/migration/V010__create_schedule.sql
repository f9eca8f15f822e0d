-- The schedule: which dates of its jobs were due, and what became of them.

-- How far the schedule has looked for dates of a job that became due, and by which timetable it did.
create table if not exists scheduled_job (
  job       varchar(32)  character set ascii collate ascii_bin not null,
  time      char(5)      character set ascii collate ascii_bin not null,
  zone      varchar(64)  character set ascii collate ascii_bin not null,
  enabled   boolean      not null,
  looked_at datetime(3)  not null comment 'UTC; dates due up to then stand in scheduled_date',
  looked_by varchar(250) not null,
  primary key (job)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- What became of each date of a job that was due. Whether a night is published, run says.
create table if not exists scheduled_date (
  job           varchar(32)   character set ascii collate ascii_bin not null,
  business_date date          not null,
  due_at        datetime(3)   not null comment 'UTC, like every instant here',
  give_up_at    datetime(3)   not null comment 'tried until then',
  state         varchar(8)    character set ascii collate ascii_bin not null comment 'DUE, DONE, FAILED, STOPPED, MISSED',
  failures      int           not null,
  next_at       datetime(3)   not null comment 'not tried before',
  ended_at      datetime(3)   null,
  said          varchar(1000) not null comment 'how the last attempt ended',
  told          boolean       not null comment 'nothing of it is left to tell its operator',
  primary key (job, business_date),
  key scheduled_date_by_state (state, job, business_date),
  key scheduled_date_untold (told, job)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

-- db-scheduler's own: which host looks at which job next. Instants are UTC.
create table if not exists scheduled_tasks (
  task_name            varchar(100) not null,
  task_instance        varchar(100) not null,
  task_data            blob         null,
  execution_time       datetime(6)  not null,
  picked               boolean      not null,
  picked_by            varchar(50)  null,
  last_success         datetime(6)  null,
  last_failure         datetime(6)  null,
  consecutive_failures int          null,
  last_heartbeat       datetime(6)  null,
  version              bigint       not null,
  priority             smallint     null,
  primary key (task_name, task_instance),
  key scheduled_tasks_by_time (execution_time),
  key scheduled_tasks_by_heartbeat (last_heartbeat)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
