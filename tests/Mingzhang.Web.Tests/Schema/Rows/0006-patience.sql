insert into work (id, kind, state, lost, given_up) values ('00000000-0000-4000-8000-000000000006', 'publish', 'failed', 3, true);
