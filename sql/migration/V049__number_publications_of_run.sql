-- Nights open are published dates, counted as they were when a set was published: whatever was published later has a greater
-- number, whichever its date.
-- Each change is made only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @add_column = (
  select if(count(*) > 0, 'do 0',
    'alter table run add column publication int null comment ''1, 2, … in the order in which the mandate published; null: not published'' after previous_run')
  from information_schema.columns
  where table_schema = database() and table_name = 'run' and column_name = 'publication'
);
prepare add_column from @add_column;
execute add_column;
deallocate prepare add_column;

update run r join (
    select run_id, row_number() over (partition by mandate order by ended_at, run_id) as place
    from run where state = 'PUBLISHED'
  ) o on o.run_id = r.run_id
set r.publication = o.place
where r.publication is null;
