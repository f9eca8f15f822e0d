-- A person may share the handles of two obligations, with other agencies each.
-- Changed only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table crossing add column obligation varchar(64) character set ascii collate ascii_bin not null default '''' comment ''SHARED: whose handle'' after no,
       drop primary key, add primary key (run_id, agency, kind, no, obligation)')
  from information_schema.columns
  where table_schema = database() and table_name = 'crossing' and column_name = 'obligation'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
