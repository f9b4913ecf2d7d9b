insert into search_name (kind, ref, title, key, year) values ('functional', '2013101', '行政运行', '2013101 行政运行', 2023);
insert into search_name_use (name_id, disclosure_id, kind, year) select n.id, d.id, d.kind, d.year from search_name n, disclosure d where n.ref = '2013101';
