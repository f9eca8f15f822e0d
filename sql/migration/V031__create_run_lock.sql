-- One owner for each mandate and date. The token grows with each owner; a chunk commits only under its own token.
create table if not exists run_lock (
  mandate       varchar(64)  character set ascii collate ascii_bin not null,
  business_date date         not null,
  token         bigint       not null,
  owner         varchar(64)  character set ascii collate ascii_bin null comment 'null: free',
  host          varchar(250) null,
  pid           bigint       null,
  process_start bigint       null comment 'milliseconds; tells a reused pid',
  since         datetime(3)  null,
  primary key (mandate, business_date)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
