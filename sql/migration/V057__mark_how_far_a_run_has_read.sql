-- Up to which taking a mandate has read everything, so that a night looks only at what came later; and indexes for what a
-- night asks of the runs before it.
-- Changed only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @mark_run = (
  select if(count(*) > 0, 'do 0',
    'alter table run
       add column read_on date null comment ''with read_take: every delivery up to this taking has a verdict of the mandate'',
       add column read_take int null,
       add key run_read (mandate, read_on, read_take),
       add key run_date (business_date),
       add key run_published (mandate, state, business_date, publication),
       add key run_publication (mandate, publication)')
  from information_schema.columns
  where table_schema = database() and table_name = 'run' and column_name = 'read_on'
);
prepare mark_run from @mark_run;
execute mark_run;
deallocate prepare mark_run;
