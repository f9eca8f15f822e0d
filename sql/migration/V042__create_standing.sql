-- Where each agency stood on a published night, so that later nights read their past in one small row a night.
create table if not exists standing (
  run_id bigint     not null,
  body   mediumblob not null comment 'COMPRESS(JSON): [agency, state, ASN headcount, due, met, contract staff headcount, due, met]',
  primary key (run_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
