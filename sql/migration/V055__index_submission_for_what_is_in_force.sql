-- What is in force on a date is looked up, agency by agency, at the end of an index: a year of nightly drops from 500 agencies
-- is 180,000 submissions, and nearly all of them say nothing of tonight.
-- The rule of what is in force stands in the column: accepted, or held and accepted by a decision that holds from a date.
-- Changed only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @index_submission = (
  select if(count(*) > 0, 'do 0',
    'alter table submission
       add column in_force_from date generated always as (
         case when verdict = ''ACCEPTED'' then received_on
              when verdict = ''HELD'' and decision = ''ACCEPT'' then decided_on end) stored
         comment ''the latest up to a date is the list in force; null: never in force'',
       add key submission_in_force (mandate, agency, in_force_from, received_on, take),
       add key submission_verdict (mandate, agency, verdict, received_on, take),
       add key submission_decision (verdict, decision, decided_on)')
  from information_schema.columns
  where table_schema = database() and table_name = 'submission' and column_name = 'in_force_from'
);
prepare index_submission from @index_submission;
execute index_submission;
deallocate prepare index_submission;
