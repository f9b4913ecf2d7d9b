insert into visit (id, token, expires) values ('00000000-0000-4000-8000-000000000001', '\x01', now() + interval '1 day');
insert into examination (id, visit_id, as_one, size, view, heading_zh) values ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', false, 1, '\x00', '云山区某局 2023年度部门决算');
insert into examination (id, visit_id, previous_id, as_one, size)
  values ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', true, 1);
insert into examination_file (examination_id, number, name, media_type, size, digest, content) select id, 1, 'a.pdf', 'application/pdf', 1, '\x00', '\x61' from examination;
insert into examination_page (examination_id, file, page, picture) select id, 1, 1, '\x00' from examination;
insert into examination_decision (examination_id, document, finding, accepted, reason) select id, 1, '3f0a9c1b22d4', false, '已核实' from examination;
