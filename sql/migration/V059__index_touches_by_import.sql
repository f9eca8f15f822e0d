-- The last import that touched an agency stands at the end of an index.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_key = (
  select if(count(*) > 0, 'do 0', 'alter table register_touch add key register_touch_import (agency, import_id)')
  from information_schema.statistics
  where table_schema = database() and table_name = 'register_touch' and index_name = 'register_touch_import'
);
prepare add_key from @add_key;
execute add_key;
deallocate prepare add_key;
