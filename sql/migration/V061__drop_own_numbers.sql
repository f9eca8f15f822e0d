-- A person's first number, while they are called by it, is known by their intervals (employee_person): employee_number has
-- the numbers that are not, and all that were named as former ones. An import so writes half as many rows.
-- Who had another number at some time keeps both: nobody noted whether the first was named as a former one.
delete n from employee_number n
 where n.no = n.person
   and not exists (select 1 from employee e where e.person = n.person and e.no <> n.person);
