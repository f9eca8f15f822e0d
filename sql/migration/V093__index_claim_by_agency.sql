-- A report that cannot be read stays open until its agency's next one that can, however long ago it was sent.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_key = (
  select if(count(*) > 0, 'do 0', 'alter table claim add key claim_of_agency (agency, sent, doubt)')
  from information_schema.statistics
  where table_schema = database() and table_name = 'claim' and index_name = 'claim_of_agency'
);
prepare add_key from @add_key;
execute add_key;
deallocate prepare add_key;
