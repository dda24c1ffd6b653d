-- Every search reads the names as they are kept folded; an index of names folded once more only made writing slower.

drop index person_name_parts;
