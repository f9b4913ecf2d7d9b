insert into publication_request (id, name, is_book, is_forced, content) values ('00000000-0000-4000-8000-000000000001', 'book', true, false, '\x00');
