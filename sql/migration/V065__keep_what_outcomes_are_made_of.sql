-- What an outcome is made of stands with it, by reference, and its key is the digest of that.
-- Changed only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @add_input = (
  select if(count(*) > 0, 'do 0',
    'alter table outcome
       add column stray_key binary(32) not null default '''' comment ''SHA-256 of what the register says of its strays'' after list_key,
       add column input mediumtext null comment ''JSON: what it is made of; list_key is a SHA-256 of the same'' after cross_key')
  from information_schema.columns
  where table_schema = database() and table_name = 'outcome' and column_name = 'input'
);
prepare add_input from @add_input;
execute add_input;
deallocate prepare add_input;

set @change_key = (
  select if(count(*) > 0, 'do 0',
    'alter table night
       add column input mediumtext null comment ''JSON: what is to be judged is made of; null: its outcome has it'' after stale,
       drop column list_key')
  from information_schema.columns
  where table_schema = database() and table_name = 'night' and column_name = 'input'
);
prepare change_key from @change_key;
execute change_key;
deallocate prepare change_key;
