-- What was asked to be published: the book or the documents as one archive, until it is published or refused. Its id is that of its row in work.
create table publication_request (
  id uuid primary key,
  name text not null,
  is_book boolean not null,
  is_forced boolean not null,
  place text not null default '',
  asked timestamptz not null default now(),
  content bytea,
  -- How it ended: the version that came of it, or what was found wrong.
  disclosure_id bigint references disclosure on delete set null,
  department_id integer references department on delete set null,
  is_new boolean not null default false,
  errors integer not null default 0,
  report text not null default '');
alter table publication_request alter column content set storage external;
