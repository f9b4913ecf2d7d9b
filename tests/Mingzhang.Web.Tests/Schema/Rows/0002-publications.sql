insert into department (name, place) values ('云山区某局', '云山区');
insert into disclosure (department_id, kind, year, version, is_current, title, unit, edition, digest, summary, view)
  select id, 'finalAccounts', 2023, 1, true, '云山区某局2023年度部门决算', '云山区某局', 'final-accounts/2023', 'd', '{"passed": 1}', '\x00' from department;
insert into disclosure_file (disclosure_id, name, media_type, digest, content) select id, 'a.txt', 'text/plain', 'd', '\x61' from disclosure;
insert into figure (disclosure_id, form, row_key, column_key, row_order, caption, amount) select id, '01', '1', '1', 1, '一般公共预算财政拨款收入', 12.34 from disclosure;
insert into particular (disclosure_id, name, number) select id, 'vehicles/total', 4 from disclosure;
