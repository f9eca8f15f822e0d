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
