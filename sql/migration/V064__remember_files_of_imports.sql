-- Which files an import read, and by which rules: the same ones again change nothing, so the register need not be read.
-- Added only where they are missing: this may be run again after it was cut off (DDL commits at once).

set @add_columns = (
  select if(count(*) > 0, 'do 0', 'alter table register_import
    add column hashes text character set ascii collate ascii_bin null comment ''SHA-256 of each file, in the order of files'',
    add column read_as char(64) character set ascii collate ascii_bin null
      comment ''SHA-256 over hashes, rules and what was asked for; null where more was said than counts'',
    add column people int null comment ''rows of its files''')
  from information_schema.columns
  where table_schema = database() and table_name = 'register_import' and column_name = 'read_as'
);
prepare add_columns from @add_columns;
execute add_columns;
deallocate prepare add_columns;
