-- Which photo a directory gave last: whoever took it away is not given the same one again.

alter table person_external_id add column photo_hash bytea check (length(photo_hash) = 32);

comment on column person_external_id.photo_hash is 'SHA-256 of the photo as the directory holds it.';
