-- Which former numbers an import named belongs to what it said of a person, as their name does: so that an import that is given
-- again can take one back, and another one that names it too keeps it. employee_number follows from it, and who is one person.
-- Changed only where it is not yet: this may be run again after it was cut off (DDL commits at once).

set @add_former = (
  select if(count(*) > 0, 'do 0',
    'alter table employee
       add column former varchar(3400) character set ascii collate ascii_bin not null default ''''
         comment ''former numbers as the import named them, sorted, separated by |''')
  from information_schema.columns
  where table_schema = database() and table_name = 'employee' and column_name = 'former'
);
prepare add_former from @add_former;
execute add_former;
deallocate prepare add_former;

-- In which import each was named nobody noted: in those since it is known. An interval in whose midst it became known is two.
insert into employee (person, agency, no, name, type, status, active, valid_from, valid_to)
select i.person, i.agency, i.no, i.name, i.type, i.status, i.active, k.known_from, coalesce(
         (select min(l.known_from) from employee_number l
           where l.person = i.person and l.no <> i.no and l.known_from > k.known_from and l.known_from < i.valid_to), i.valid_to)
  from employee i join employee_number k
    on k.person = i.person and k.no <> i.no and k.known_from > i.valid_from and k.known_from < i.valid_to
 where i.former = ''
 group by i.person, i.agency, i.no, i.name, i.type, i.status, i.active, i.valid_to, k.known_from
on duplicate key update valid_to = values(valid_to);

update employee e join (
  select a.person, a.valid_from, min(b.valid_from) as next
    from employee a join employee b on b.person = a.person and b.valid_from > a.valid_from and b.valid_from < a.valid_to
   group by a.person, a.valid_from) n on n.person = e.person and n.valid_from = e.valid_from
   set e.valid_to = n.next;

set session group_concat_max_len = 3400;
update employee e join (
  select i.agency, i.no, i.valid_from, group_concat(n.no order by n.no separator '|') as former
    from employee i join (
      select no, person, known_from from employee_number where no <> person
      union all
      select person, person, min(valid_from) from employee where no = person and person in (
        select person from employee where no <> person) group by person) n
      on n.person = i.person and n.no <> i.no and n.known_from <= i.valid_from
   group by i.agency, i.no, i.valid_from) k on k.agency = e.agency and k.no = e.no and k.valid_from = e.valid_from
   set e.former = k.former
 where e.former = '';

-- a person's first number is known by their first interval
delete n from employee_number n join employee e on e.person = n.person and e.no = n.person
 where n.no = n.person and not exists (select 1 from employee b where b.person = e.person and b.valid_from < e.valid_from);
