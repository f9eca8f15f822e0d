-- A correction's rows stand in list_page beside those that they replace: whose they are, the register of the night's date says.
-- Changed only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @add_kept_rows = (
  select if(count(*) > 0, 'do 0',
    'alter table submission add column kept_rows int null
       comment ''of a list with corrections: rows in list_page, with those that are replaced; null: row_count'' after row_count')
  from information_schema.columns
  where table_schema = database() and table_name = 'submission' and column_name = 'kept_rows'
);
prepare add_kept_rows from @add_kept_rows;
execute add_kept_rows;
deallocate prepare add_kept_rows;
