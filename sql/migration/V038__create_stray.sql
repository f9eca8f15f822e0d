-- List rows whose number is not of the agency's own people: what other agencies' lists and the register must answer.
create table if not exists stray (
  run_id    bigint       not null,
  agency    varchar(64)  character set ascii collate ascii_bin not null,
  seq       int          not null,
  no        varchar(64)  not null comment 'as cleaned',
  person    varchar(32)  character set ascii collate ascii_bin null comment 'null: the register does not know it',
  state     varchar(250) not null comment 'what the register said of it when judged',
  counts    boolean      not null comment 'active elsewhere and first of that person here: it counts unless another row does',
  answers   varchar(500) not null comment 'its outcomes in the order of the mandate',
  primary key (run_id, agency, seq),
  key stray_no (no)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
