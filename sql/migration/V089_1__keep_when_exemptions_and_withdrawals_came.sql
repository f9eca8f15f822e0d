-- When an exemption was ended and a list withdrawn: what was learnt after a night is told apart from what it knew.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table exemption add column ended_at datetime(3) null comment ''UTC; when it was ended the last time, null where it was not, or by an older version''')
  from information_schema.columns
  where table_schema = database() and table_name = 'exemption' and column_name = 'ended_at'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table withdrawal add column known_at datetime(3) null comment ''UTC; null: asked for by an older version''')
  from information_schema.columns
  where table_schema = database() and table_name = 'withdrawal' and column_name = 'known_at'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
