insert into search_name (kind, ref, title, key, year) values ('department', '1', '云山区某局', '云山区某局', 2023);
insert into search_name_use (name_id, kind, year) select id, 'finalAccounts', 2023 from search_name;
insert into search_text (disclosure_id, entry, kind, year, title, body, anchor, title_key, key, grams)
  select id, 'text', 'finalAccounts', 2023, '一', '收入', 'a', '一', '收入', '{1,2}' from disclosure;
