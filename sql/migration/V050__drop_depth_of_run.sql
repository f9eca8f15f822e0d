-- A publication's number has taken its place: depth knew only the sets that stood there when a run began.

set @drop_column = (
  select if(count(*) = 0, 'do 0', 'alter table run drop column depth')
  from information_schema.columns
  where table_schema = database() and table_name = 'run' and column_name = 'depth'
);
prepare drop_column from @drop_column;
execute drop_column;
deallocate prepare drop_column;
