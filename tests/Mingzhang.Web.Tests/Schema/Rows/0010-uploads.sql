insert into upload_key (key) values ('\x01');
insert into upload_made (who) values ('\x02'), ('\x03');
insert into examination_page (examination_id, file, member, page, picture) select id, 1, 'a/b.pdf', 1, '\x00' from examination;
