-- To whom an agency wants its list sent, where it says so.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_contact = (
  select if(count(*) > 0, 'do 0',
    'alter table agency add column contact varchar(254) character set ascii collate ascii_bin not null default ''''
      comment ''address that gets the list of the agency; empty: none''')
  from information_schema.columns
  where table_schema = database() and table_name = 'agency' and column_name = 'contact'
);
prepare add_contact from @add_contact;
execute add_contact;
deallocate prepare add_contact;
