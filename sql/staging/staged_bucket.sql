-- A bucket of numbers that holds somebody who differs from the register.
create temporary table staged_bucket (
  bucket int not null,
  primary key (bucket)
) engine = InnoDB
