-- A title is reworded as the text is, and stays in the history. Null: as it was called when it was next kept.
alter table text_version add column title text check (length(title) <= 200);
