-- Reports that are open go with a post that is moved. Of what was moved before, whoever has them keeps them.
insert into journal_cursor select 'moved reports', position from journal_head;
