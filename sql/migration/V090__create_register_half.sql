-- A first import writes on two connections, which commit one after the other. Between the two commits a row stands here: as
-- long as it does, the register has some of its first people only, and nobody may take them for the register.
create table if not exists register_half (
  since datetime(3) not null,
  primary key (since)
) engine = InnoDB;
