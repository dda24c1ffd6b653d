-- What was read in a document, once for all who have it: its text, for the search, and how many pages or slides it has.
-- Until it is read there is no text; of what cannot be read it is empty.
create table document (
    blob  bytea   primary key references blob on delete cascade,
    pages integer check (pages > 0),
    text  text    check (length(text) <= 1000000)
);

create index document_unread on document (blob) where text is null;
