-- Of those who have met an obligation, whom an account's export proves. What was judged before there was evidence proves nobody.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table tally add column proven int not null default 0 comment ''part of met: found among the account''''s followers''')
  from information_schema.columns
  where table_schema = database() and table_name = 'tally' and column_name = 'proven'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;
