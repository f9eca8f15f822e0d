-- What was learnt only after a set was published, and concerns its date: a revision says how much of it it knows.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table run add column learnt varchar(500) null comment ''JSON: counts of what was learnt after the first set of the date and concerns it; null: a first set, or of an older version''')
  from information_schema.columns
  where table_schema = database() and table_name = 'run' and column_name = 'learnt'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
