-- What the public has checked: visits, the documents that they gave, what the check gave, and what they decided on its findings. All of it goes when the visit expires.
create table visit (
  id uuid primary key,
  -- SHA-256 of the token that the visitor's browser keeps.
  token bytea not null unique,
  made timestamptz not null default now(),
  expires timestamptz not null);
create index visit_expires on visit (expires);

create table examination (
  id uuid primary key,
  visit_id uuid not null references visit on delete cascade,
  -- The examination of the document that this one corrects.
  previous_id uuid references examination on delete set null,
  -- The files are parts of one disclosure; else each stands for itself.
  as_one boolean not null,
  size bigint not null,
  made timestamptz not null default now(),
  -- From here on there when the check is done: what a page shows, as compressed JSON, and its heads for lists.
  view bytea,
  heading_zh text not null default '',
  heading_en text not null default '',
  errors integer not null default 0,
  warnings integer not null default 0,
  roundings integer not null default 0,
  infos integer not null default 0);
alter table examination alter column view set storage external;
create index examination_visit on examination (visit_id, made desc);
create index examination_previous on examination (previous_id);

create table examination_file (
  examination_id uuid not null references examination on delete cascade,
  number integer not null check (number > 0),
  name text not null,
  media_type text not null,
  size bigint not null,
  digest bytea not null,
  content bytea not null,
  primary key (examination_id, number));
alter table examination_file alter column content set storage external;

-- Pictures of pages, drawn when they are first looked at; file 1 is the first.
create table examination_page (
  examination_id uuid not null references examination on delete cascade,
  file integer not null,
  page integer not null,
  picture bytea not null,
  primary key (examination_id, file, page));
alter table examination_page alter column picture set storage external;

create table examination_decision (
  examination_id uuid not null references examination on delete cascade,
  document integer not null check (document > 0),
  finding text not null,
  accepted boolean not null,
  reason text not null,
  made timestamptz not null default now(),
  primary key (examination_id, document, finding));
