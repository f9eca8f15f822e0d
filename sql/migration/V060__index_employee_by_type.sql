-- Which employment types active people have is asked before each run: without this, everybody is read (11 s for six million).
-- Kept in the order of its own table's key within a type, it is written at its ends only.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_key = (
  select if(count(*) > 0, 'do 0', 'alter table employee add key employee_type (type, active, valid_to)')
  from information_schema.statistics
  where table_schema = database() and table_name = 'employee' and index_name = 'employee_type'
);
prepare add_key from @add_key;
execute add_key;
deallocate prepare add_key;
