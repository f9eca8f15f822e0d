-- Lists that somebody has taken out of force, so that the one before holds again. Few: looked at beside each list in force.
create table if not exists withdrawal (
  mandate     varchar(64) character set ascii collate ascii_bin not null,
  agency      varchar(64) character set ascii collate ascii_bin not null,
  received_on date        not null,
  take        int         not null,
  supposed    int         not null comment '0; what is supposed in a transaction that is rolled back has another key',
  holds_from  date        null comment 'the business date from which it is out of force; null until a run takes it up',
  primary key (mandate, agency, received_on, take, supposed)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
