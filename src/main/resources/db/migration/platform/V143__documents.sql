-- What was read in a document, once for all who have it: its text, for the search, and how many pages or slides it has.
create table document (
    blob  bytea   primary key references blob on delete cascade,
    pages integer check (pages > 0),
    text  text    not null check (length(text) <= 1000000)
);
