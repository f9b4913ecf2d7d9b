-- What is published: departments, the versions of their disclosures, the files of each, and the figures that pages compare.
create table department (
  id integer generated always as identity primary key,
  name text not null unique,
  place text not null default '');

create table disclosure (
  id bigint generated always as identity primary key,
  department_id integer not null references department,
  kind text not null check (kind in ('finalAccounts', 'budget')),
  year integer not null check (year between 1990 and 2200),
  version integer not null check (version > 0),
  is_current boolean not null,
  title text not null,
  unit text not null,
  edition text not null,
  published timestamptz not null default now(),
  -- SHA-256 of what is published: publishing the same again makes no new version.
  digest text not null,
  -- Counts of the check: {"passed": …, "failed": …, "notRun": …, "error": …, "warning": …, "rounding": …, "info": …}.
  summary jsonb not null,
  -- What its page shows, as JSON compressed with Brotli.
  view bytea not null,
  unique (department_id, kind, year, version));

create unique index disclosure_current on disclosure (department_id, kind, year) where is_current;
create index disclosure_published on disclosure (published desc) where is_current;

create table disclosure_file (
  disclosure_id bigint not null references disclosure on delete cascade,
  name text not null,
  media_type text not null,
  digest text not null,
  content bytea not null,
  primary key (disclosure_id, name));
alter table disclosure_file alter column content set storage external;

-- One cell of a form, in 万元 as printed; only current versions are compared, so older ones have none.
create table figure (
  disclosure_id bigint not null references disclosure on delete cascade,
  form text not null,
  row_key text not null,
  column_key text not null,
  row_order integer not null,
  caption text not null,
  amount numeric(20, 6) not null,
  primary key (disclosure_id, form, row_key, column_key));
create index figure_line on figure (form, row_key, column_key, amount desc);

-- Numbers of the particulars that pages compare: staff, vehicles, receptions, …
create table particular (
  disclosure_id bigint not null references disclosure on delete cascade,
  name text not null,
  number numeric(20, 6) not null,
  primary key (disclosure_id, name));

-- Counts the publications of all processes: what was cached at another number is of before. Changes are told on the channel "published" as well.
create table published_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null);
insert into published_revision (revision) values (0);
