-- Why a list is held, with the numbers of the day on which it was read: what is told of it must fit its cause.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table submission add column held_for mediumtext null comment ''JSON: kinds and numbers; null: not held, or held by an older version''')
  from information_schema.columns
  where table_schema = database() and table_name = 'submission' and column_name = 'held_for'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
