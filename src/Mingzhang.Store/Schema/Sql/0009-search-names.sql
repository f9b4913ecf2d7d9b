-- Which current disclosures have a name, one by one: a name that none has any more is not found any more.
alter table search_name_use rename to search_name_use_before;
create table search_name_use (
  name_id integer not null references search_name on delete cascade,
  disclosure_id bigint not null references disclosure on delete cascade,
  kind text not null,
  year integer not null,
  primary key (name_id, disclosure_id));
create index search_name_use_disclosure on search_name_use (disclosure_id);
insert into search_name_use (name_id, disclosure_id, kind, year)
  select n.id, d.id, d.kind, d.year from search_name n join disclosure d on n.kind = 'department' and d.department_id::text = n.ref where d.is_current
  union
  select n.id, d.id, d.kind, d.year from disclosure d join figure f on f.disclosure_id = d.id join search_name n on n.kind <> 'department' and n.ref = f.row_key and n.title = f.caption where d.is_current;
drop table search_name_use_before;
delete from search_name n where not exists (select from search_name_use u where u.name_id = n.id);
update search_name n set year = newest.year from (select name_id, max(year) as year from search_name_use group by name_id) newest where newest.name_id = n.id;

-- However a use goes, with a new version or with its disclosure, the name goes with the last one. The lock keeps apart those who write names.
create function search_name_unused() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('search_name'));
  delete from search_name n where n.id in (select name_id from gone) and not exists (select from search_name_use u where u.name_id = n.id);
  update search_name n set year = newest.year
  from (select u.name_id, max(u.year) as year from search_name_use u where u.name_id in (select name_id from gone) group by u.name_id) newest
  where newest.name_id = n.id and newest.year <> n.year;
  return null;
end $$;
create trigger search_name_unused after delete on search_name_use referencing old table as gone for each statement execute function search_name_unused();
