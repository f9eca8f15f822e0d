-- A taking that a restored database has got back from the journal of the archive: the run that is given it looks at no inbox.
-- The column is added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table taking add column from_archive boolean not null default false comment ''given back by the journal of the archive, whose files lie in no inbox''')
  from information_schema.columns
  where table_schema = database() and table_name = 'taking' and column_name = 'from_archive'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
