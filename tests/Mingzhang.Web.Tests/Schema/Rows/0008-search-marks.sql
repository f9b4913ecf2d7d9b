insert into search_text (disclosure_id, entry, kind, year, title, body, anchor, title_key, key, grams)
  select id, 'text', kind, year, '收入情况', '收入 1234.5 万元', 's-2', '收入情况', '收入情况 收入1234.5万元', '{65536}' from disclosure;
