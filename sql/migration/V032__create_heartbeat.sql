-- The owner's last sign of life by the database's clock, apart from the lock so that beating never waits for a chunk.
create table if not exists heartbeat (
  mandate       varchar(64) character set ascii collate ascii_bin not null,
  business_date date        not null,
  token         bigint      not null,
  beat_at       datetime(3) not null,
  stop_asked    boolean     not null default false,
  primary key (mandate, business_date)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
