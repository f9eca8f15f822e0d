-- What was asked for when a list was read: the same bytes are read again once something else is.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table submission add column asked char(16) character set ascii collate ascii_bin null comment ''digest of the mandate''''s obligations and columns under which it was read; null: by an older version, or not a list''')
  from information_schema.columns
  where table_schema = database() and table_name = 'submission' and column_name = 'asked'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
