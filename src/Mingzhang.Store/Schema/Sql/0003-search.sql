-- What search finds. Names of departments and items are few and stand once; what disclosures say stands by disclosure and goes with it.
create table search_name (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('department', 'functional', 'economic')),
  -- The department's number, or the code.
  ref text not null,
  title text not null,
  -- What is compared: the title without blanks and marks; before it the code of an item.
  key text not null,
  -- The newest year that has it.
  year integer not null,
  unique (kind, ref, title));

-- The kinds and years of disclosures that have a name.
create table search_name_use (
  name_id integer not null references search_name on delete cascade,
  kind text not null,
  year integer not null,
  primary key (name_id, kind, year));

create table search_text (
  id bigint generated always as identity primary key,
  disclosure_id bigint not null references disclosure on delete cascade,
  entry text not null check (entry in ('project', 'text')),
  kind text not null,
  year integer not null,
  title text not null,
  body text not null,
  anchor text not null,
  title_key text not null,
  key text not null,
  -- Its single characters and pairs of neighbours, as numbers.
  grams integer[] not null);
alter table search_text alter column key set storage main;
create index search_text_grams on search_text using gin (grams) with (gin_pending_list_limit = 1024) where entry = 'text';
create index search_project_grams on search_text using gin (grams) with (gin_pending_list_limit = 1024) where entry = 'project';
create index search_text_newest on search_text (entry, year desc, id desc);
create index search_text_disclosure on search_text (disclosure_id);
