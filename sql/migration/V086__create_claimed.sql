-- What heads of agency claim on a night, as its set shows it; agencies without a claim have no row.
create table if not exists claimed (
  run_id             bigint      not null,
  agency             varchar(64) character set ascii collate ascii_bin not null,
  asn_people         int         null comment 'null: nothing is claimed of ASN',
  asn_following      int         null,
  contract_people    int         null,
  contract_following int         null,
  nil                boolean     not null comment 'there is nothing to report',
  primary key (run_id, agency)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
