-- Takings that are not done are looked for several times a night; there is hardly ever one.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_key = (
  select if(count(*) > 0, 'do 0', 'alter table taking add key taking_done (done, received_on, take)')
  from information_schema.statistics
  where table_schema = database() and table_name = 'taking' and index_name = 'taking_done'
);
prepare add_key from @add_key;
execute add_key;
deallocate prepare add_key;
