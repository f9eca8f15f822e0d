-- A person begins once on a date: this finds two rows of an import that give two new people one number.
-- Made only where it is not unique yet: this may be run again after it was cut off (DDL commits at once).

set @make_unique = (
  select if(count(*) = 0, 'do 0',
            'alter table employee drop key employee_person, add unique key employee_person (person, valid_from)')
  from information_schema.statistics
  where table_schema = database() and table_name = 'employee' and index_name = 'employee_person' and seq_in_index = 1
    and non_unique = 1
);
prepare make_unique from @make_unique;
execute make_unique;
deallocate prepare make_unique;
