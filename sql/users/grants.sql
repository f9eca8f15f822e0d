-- What rekap_run may, as statements: an administrator runs them when rekap_migrate has made or changed the schema.
--   mysql DATABASE -N -B <sql/users/grants.sql | mysql DATABASE
-- Rows of every table; of the audit log only new ones and reading, of the schema's history only reading. Tables of its own only
-- while its session lasts. Nothing of any other database.
select concat('grant create temporary tables on `', database(), '`.* to ''rekap_run''@''%'';')
union all
select concat(
         'grant ',
         case table_name
           when 'flyway_schema_history' then 'select'
           when 'audit_log' then 'select, insert'
           else 'select, insert, update, delete'
         end,
         ' on `', table_schema, '`.`', table_name, '` to ''rekap_run''@''%'';')
  from information_schema.tables
 where table_schema = database() and table_type = 'BASE TABLE';
