-- The revision of publications that a department was last published in: its own pages go on being right when others publish.
alter table department add column revision bigint not null default 0;
