-- An import that came for an earlier date than another one ends on that other's date: a night sees all of these dates, not only
-- the import's own. Of imports before this, whose dates nobody noted, wherever an interval begins or ends.
insert into register_touch (agency, effective, import_id)
select agency, valid_from, 0 from employee
union select agency, valid_to, 0 from employee where valid_to < '9999-12-31'
union select code, valid_from, 0 from agency
union select code, valid_to, 0 from agency where valid_to < '9999-12-31'
on duplicate key update import_id = register_touch.import_id;
