-- Codes of languages are short; so are twenty of them.

alter table network add check (length(languages::text) <= 800);
