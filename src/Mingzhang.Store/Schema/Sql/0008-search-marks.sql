-- The arrays of entries also hold runs of three digits and what questions choose by, kind and year (Search/Grams), so that the index alone finds what a question asks for.
drop index search_text_grams, search_project_grams;
-- What ranking looks at stays in the row.
alter table search_text alter column title set storage main, alter column title_key set storage main, alter column anchor set storage main;
update search_text t set title_key = t.title_key || '', title = t.title || '', anchor = t.anchor || '', grams = (
  select array_agg(distinct gram order by gram) from (
    select unnest(t.grams)
    union all select 65536 + t.year
    union all select case t.kind when 'budget' then 131073 else 131072 end
    union all select 262144 + substr(run[1], i, 3)::integer from regexp_matches(t.key, '[0-9]{3,}', 'g') run, generate_series(1, length(run[1]) - 2) i) all_grams (gram));
create index search_text_grams on search_text using gin (grams) with (gin_pending_list_limit = 1024) where entry = 'text';
create index search_project_grams on search_text using gin (grams) with (gin_pending_list_limit = 1024) where entry = 'project';
-- Which years there are.
create index disclosure_years on disclosure (year) where is_current;
