-- Who imported on which machine, beside what: the audit log is not where one looks for it.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table register_import add column imported_by varchar(512) null comment ''user@host of the system; null: an older version imported''')
  from information_schema.columns
  where table_schema = database() and table_name = 'register_import' and column_name = 'imported_by'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
