-- Administrators find people by any part of an address, and by the beginning of their number in the directory.

create index person_address_parts on person using gin (lower(email) gin_trgm_ops);
create index person_external_id_parts on person_external_id using gin (lower(external_id) gin_trgm_ops);
