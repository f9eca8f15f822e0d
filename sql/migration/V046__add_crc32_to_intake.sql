-- What tells that an archive's copy still has the bytes that were hashed: a file that comes again need not be hashed again.
-- The column is added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table intake add column crc32 int unsigned null comment ''of the bytes that sha256 names; null: not kept, as of a large file''')
  from information_schema.columns
  where table_schema = database() and table_name = 'intake' and column_name = 'crc32'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
