-- Executions are found by the run that is their parameter.
-- Added only where it is missing: this may be run again after it was cut off (DDL commits at once).

set @add_key = (
  select if(count(*) > 0, 'do 0',
    'alter table BATCH_JOB_EXECUTION_PARAMS add key JOB_EXEC_PARAMS_VALUE_IX (PARAMETER_VALUE(100))')
  from information_schema.statistics
  where table_schema = database() and table_name = 'BATCH_JOB_EXECUTION_PARAMS' and index_name = 'JOB_EXEC_PARAMS_VALUE_IX'
);
prepare add_key from @add_key;
execute add_key;
deallocate prepare add_key;
