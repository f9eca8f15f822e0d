-- Spring Batch's tables without their foreign keys. MySQL 9.7 with its binary log takes 15 ms for each commit that touches
-- a table on either end of a foreign key once the server has written a few million rows (2 ms after it was started anew,
-- 1 ms without the key), and a night has dozens of such commits. Only the job repository writes these tables, parents
-- first, and nothing is deleted from them.
-- A constraint is dropped only where it still is: this may be run again after it was cut off (DDL commits at once).

set @drop_key = (
  select if(count(*) = 0, 'do 0', 'alter table BATCH_STEP_EXECUTION_CONTEXT drop foreign key STEP_EXEC_CTX_FK')
  from information_schema.table_constraints
  where constraint_schema = database() and table_name = 'BATCH_STEP_EXECUTION_CONTEXT' and constraint_name = 'STEP_EXEC_CTX_FK'
);
prepare drop_key from @drop_key;
execute drop_key;
deallocate prepare drop_key;

set @drop_key = (
  select if(count(*) = 0, 'do 0', 'alter table BATCH_STEP_EXECUTION drop foreign key JOB_EXEC_STEP_FK')
  from information_schema.table_constraints
  where constraint_schema = database() and table_name = 'BATCH_STEP_EXECUTION' and constraint_name = 'JOB_EXEC_STEP_FK'
);
prepare drop_key from @drop_key;
execute drop_key;
deallocate prepare drop_key;

set @drop_key = (
  select if(count(*) = 0, 'do 0', 'alter table BATCH_JOB_EXECUTION_CONTEXT drop foreign key JOB_EXEC_CTX_FK')
  from information_schema.table_constraints
  where constraint_schema = database() and table_name = 'BATCH_JOB_EXECUTION_CONTEXT' and constraint_name = 'JOB_EXEC_CTX_FK'
);
prepare drop_key from @drop_key;
execute drop_key;
deallocate prepare drop_key;

set @drop_key = (
  select if(count(*) = 0, 'do 0', 'alter table BATCH_JOB_EXECUTION_PARAMS drop foreign key JOB_EXEC_PARAMS_FK')
  from information_schema.table_constraints
  where constraint_schema = database() and table_name = 'BATCH_JOB_EXECUTION_PARAMS' and constraint_name = 'JOB_EXEC_PARAMS_FK'
);
prepare drop_key from @drop_key;
execute drop_key;
deallocate prepare drop_key;

set @drop_key = (
  select if(count(*) = 0, 'do 0', 'alter table BATCH_JOB_EXECUTION drop foreign key JOB_INST_EXEC_FK')
  from information_schema.table_constraints
  where constraint_schema = database() and table_name = 'BATCH_JOB_EXECUTION' and constraint_name = 'JOB_INST_EXEC_FK'
);
prepare drop_key from @drop_key;
execute drop_key;
deallocate prepare drop_key;
