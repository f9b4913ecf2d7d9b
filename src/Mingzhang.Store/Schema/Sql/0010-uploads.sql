-- Pictures of pages of PDF files in archives: the file's name there; empty for an upload itself.
alter table examination_page add column member text not null default '';
alter table examination_page drop constraint examination_page_pkey;
alter table examination_page add primary key (examination_id, file, member, page);

-- How often visits and addresses upload: a row an upload for each, dropped after an hour. Nobody is named: who is a digest by the key.
create table upload_key (
  single boolean primary key default true check (single),
  key bytea not null,
  made timestamptz not null default now());

create table upload_made (
  who bytea not null,
  made timestamptz not null default clock_timestamp());
create index upload_made_who on upload_made (who, made);
create index upload_made_made on upload_made (made);
