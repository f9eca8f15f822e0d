-- Which agencies an import changed, and from which date: a night computes again only what was touched.
create table if not exists register_touch (
  agency    varchar(64) character set ascii collate ascii_bin not null,
  effective date        not null,
  import_id bigint      not null,
  primary key (agency, effective, import_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
