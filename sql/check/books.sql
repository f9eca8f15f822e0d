-- The books balance. Read-only; returns a row for each breach, none when all is well.
-- 1. rows = counted + refused for each agency of each published night
select 'rows' as breach, r.business_date, n.agency, o.row_count as expected, o.counted + o.refused as found
from run r join night n on n.run_id = r.run_id join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
where r.state = 'PUBLISHED' and o.row_count <> o.counted + o.refused
union all
-- 2. every row of a list in force stands in its pages, of a corrected one those that corrections replace, too
select 'pages', r.business_date, n.agency, coalesce(s.kept_rows, o.row_count),
  coalesce((select sum(p.row_count) from list_page p where p.mandate = r.mandate and p.agency = n.agency
    and p.received_on = n.received_on and p.batch = n.batch), 0)
from run r join night n on n.run_id = r.run_id join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
left join submission s on s.mandate = r.mandate and s.agency = n.agency and s.received_on = n.received_on and s.batch = n.batch
where r.state = 'PUBLISHED' and n.state <> 'GONE' and coalesce(s.kept_rows, o.row_count) <> coalesce((select sum(p.row_count) from list_page p
    where p.mandate = r.mandate and p.agency = n.agency and p.received_on = n.received_on and p.batch = n.batch), 0)
union all
-- 3. every refused row has one exception that says why; its place is no key, since two corrections may have one name
select 'reasons', r.business_date, n.agency, o.refused, (select count(*) from finding_page p,
      json_table(convert(uncompress(p.body) using utf8mb4), '$[*]' columns (code varchar(32) path '$[0]', resolved int path '$[14]')) f
    where p.run_id = n.outcome_run and p.agency = n.agency and p.part = 'LIST' and f.resolved = 0
      and f.code in ('ROW_TOO_WIDE', 'ID_MISSING', 'ID_DAMAGED', 'ID_MALFORMED', 'ROW_DUPLICATE', 'ROW_CONFLICT', 'EMPLOYEE_UNKNOWN',
        'EMPLOYEE_INACTIVE', 'EMPLOYEE_TWICE'))
from run r join night n on n.run_id = r.run_id join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
where r.state = 'PUBLISHED' and o.refused <> (select count(*) from finding_page p,
      json_table(convert(uncompress(p.body) using utf8mb4), '$[*]' columns (code varchar(32) path '$[0]', resolved int path '$[14]')) f
    where p.run_id = n.outcome_run and p.agency = n.agency and p.part = 'LIST' and f.resolved = 0
      and f.code in ('ROW_TOO_WIDE', 'ID_MISSING', 'ID_DAMAGED', 'ID_MALFORMED', 'ROW_DUPLICATE', 'ROW_CONFLICT', 'EMPLOYEE_UNKNOWN',
        'EMPLOYEE_INACTIVE', 'EMPLOYEE_TWICE'))
union all
-- 4. due = met + unverified + not met + not reported in every tally
select 'due', r.business_date, t.agency, t.headcount - t.exempt, t.met + t.unverified + t.not_met + t.not_reported
from run r join night n on n.run_id = r.run_id join tally t on t.run_id = n.outcome_run and t.judged_by = n.agency
where r.state = 'PUBLISHED' and t.headcount - t.exempt <> t.met + t.unverified + t.not_met + t.not_reported
union all
-- 5. everybody active on the date is counted once, in the agency that the register names, unless that has ended before its people
select 'people', r.business_date, e.agency, count(*), coalesce(max(c.counted), 0)
from run r join employee e on e.active and e.valid_from <= r.business_date and e.valid_to > r.business_date
join agency a on a.code = e.agency and a.valid_from <= r.business_date and a.valid_to > r.business_date
left join (select n.run_id, t.agency, sum(t.headcount) as counted from night n
    join tally t on t.run_id = n.outcome_run and t.judged_by = n.agency and t.obligation = 'all'
    group by n.run_id, t.agency) c on c.run_id = r.run_id and c.agency = e.agency
where r.state = 'PUBLISHED' and r.run_id = (select max(l.run_id) from run l where l.state = 'PUBLISHED'
    and l.mandate = r.mandate)
group by r.run_id, r.business_date, e.agency having count(*) <> coalesce(max(c.counted), 0)
union all
-- 6. a number means one person
select 'number', e.valid_from, e.agency, 1, 2
from employee_number n join employee e on e.person = n.no and e.no = n.no where n.person <> n.no
union all
-- 7. register less rows: everybody without a counted row is EMPLOYEE_NOT_REPORTED, unless exempt, where a list speaks for them
select 'missing', r.business_date, n.agency, p.missing, f.told
from run r join night n on n.run_id = r.run_id and n.received_on is not null
join (select run_id, judged_by, sum(headcount - counted) as missing from presence group by run_id, judged_by) p
  on p.run_id = n.outcome_run and p.judged_by = n.agency
join (select run_id, judged_by, sum(exempt) as exempt from tally where obligation = 'all' group by run_id, judged_by) t
  on t.run_id = n.outcome_run and t.judged_by = n.agency
join (select n.run_id, n.agency, (select count(*) from finding_page q,
      json_table(convert(uncompress(q.body) using utf8mb4), '$[*]' columns (code varchar(32) path '$[0]', resolved int path '$[14]')) f
    where q.run_id = n.outcome_run and q.agency = n.agency and q.part = 'LIST' and f.resolved = 0
      and f.code = 'EMPLOYEE_NOT_REPORTED') as told from night n) f on f.run_id = n.run_id and f.agency = n.agency
where r.state = 'PUBLISHED' and (f.told > p.missing or f.told < p.missing - t.exempt)
union all
-- 8. claimed less rows: a difference has its exception, and no exception is without one
select 'claims', r.business_date, c.agency, c.differs, c.told
from run r join (
  select c.run_id, c.agency,
    coalesce(c.asn_following <> coalesce(sum(case when p.grp = 'ASN' then p.following end), 0), 0)
      + coalesce(c.contract_following <> coalesce(sum(case when p.grp = 'TENAGA_KONTRAK' then p.following end), 0), 0) as differs,
    (select count(*) from finding_page q,
      json_table(convert(uncompress(q.body) using utf8mb4), '$[*]' columns (code varchar(32) path '$[0]', resolved int path '$[14]')) f
    where q.run_id = c.run_id and q.agency = c.agency and q.part = 'CLAIM' and f.resolved = 0 and f.code = 'COUNT_DIFFERS') as told
  from claimed c
  join night own on own.run_id = c.run_id and own.agency = c.agency and (own.received_on is not null or own.covered_by is not null)
  left join night n on n.run_id = c.run_id
  left join presence p on p.run_id = n.outcome_run and p.judged_by = n.agency and p.agency = c.agency
  group by c.run_id, c.agency, c.asn_following, c.contract_following) c on c.run_id = r.run_id
where r.state = 'PUBLISHED' and c.differs <> c.told;
