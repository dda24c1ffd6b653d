-- A list of terms is bounded by the number of its terms and by the length of them all: a term has 60 characters.

alter table person
    add check (length(expertise::text) <= 8000),
    add check (length(interests::text) <= 8000),
    add check (length(languages::text) <= 8000);
