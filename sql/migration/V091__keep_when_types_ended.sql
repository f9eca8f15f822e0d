-- Of a type that the mandate lacks, a run asks whether anybody active has it, which reads everybody. An import reads them
-- anyway, so it notes since when nobody does.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_ended = (
  select if(count(*) > 0, 'do 0', 'alter table register_type
    add column ended date null comment ''since when nobody active has it; null: somebody may''')
  from information_schema.columns
  where table_schema = database() and table_name = 'register_type' and column_name = 'ended'
);
prepare add_ended from @add_ended;
execute add_ended;
deallocate prepare add_ended;

update register_type t set t.ended = (
  select nullif(coalesce(max(e.valid_to), '0001-01-01'), '9999-12-31') from employee e where e.type = t.type and e.active);
