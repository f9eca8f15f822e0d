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
