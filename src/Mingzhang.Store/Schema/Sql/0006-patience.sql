-- Work whose worker was lost is started again after a pause that grows; mistakes of the program are counted apart. What was given up is kept and may be asked for again.
alter table work
  add column broken integer not null default 0,
  add column due timestamptz not null default now(),
  add column given_up boolean not null default false;
