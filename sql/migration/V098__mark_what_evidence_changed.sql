-- Evidence that comes in a night changes what outcomes of that night are made of after they were judged: they are settled.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table night add column input_key binary(32) null comment ''what the outcome must be made of, where evidence came since it was judged''')
  from information_schema.columns
  where table_schema = database() and table_name = 'night' and column_name = 'input_key'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
