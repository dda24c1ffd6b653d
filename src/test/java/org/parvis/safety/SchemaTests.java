package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing in the database grows without end. */
@ParvisTest
class SchemaTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTextHasALimit() {
        // Tables of tools keep their own shape; a generated column is as long as what it is made of.
        var unlimited = jdbc.sql("""
                select c.table_name || '.' || c.column_name
                  from information_schema.columns c
                  join information_schema.tables t
                    on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                 where c.table_schema = 'public'
                   and c.data_type in ('text', 'character varying', 'ARRAY', 'jsonb', 'bytea')
                   and c.character_maximum_length is null
                   and c.is_generated = 'NEVER'
                   and c.table_name not in ('flyway_schema_history', 'scheduled_tasks')
                   and c.table_name not in (select inhrelid::regclass::text from pg_inherits)
                   and not exists (select from pg_constraint k
                                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                                   where k.conrelid = c.table_name::regclass
                                     and k.contype = 'c'
                                     and a.attname = c.column_name
                                     and pg_get_constraintdef(k.oid)
                                         ~ ('(length|cardinality)\\(\\(?' || c.column_name
                                            || '|' || c.column_name || ' = ANY|' || c.column_name || '\\)::text\\)'))
                   and not exists (select from pg_constraint k
                                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                                   where k.conrelid = c.table_name::regclass
                                     and k.contype = 'f'
                                     and a.attname = c.column_name)
                 order by 1
                """).query(String.class).list();

        assertThat(unlimited).isEmpty();
    }

    @Test
    void whatBelongsToAPostOrACommentGoesWithIt() {
        var left = jdbc.sql("""
                with recursive owned (relation) as (
                    select unnest(array['post'::regclass::oid, 'comment'::regclass::oid])
                    union
                    select c.conrelid from pg_constraint c join owned o on o.relation = c.confrelid where c.contype = 'f'
                )
                select c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid)
                  from pg_constraint c
                  join owned o on o.relation = c.confrelid
                 where c.contype = 'f' and c.confdeltype not in ('c', 'n')
                 order by 1
                """).query(String.class).list();

        assertThat(left).as("references without “on delete cascade”").isEmpty();
    }

    @Test
    void everyListOfTextsHasALimitForThemAll() {
        var unlimited = jdbc.sql("""
                select c.table_name || '.' || c.column_name
                  from information_schema.columns c
                 where c.table_schema = 'public'
                   and c.udt_name = '_text'
                   and not exists (select from pg_constraint k
                                    where k.conrelid = c.table_name::regclass
                                      and k.contype = 'c'
                                      and pg_get_constraintdef(k.oid) ~ ('length\\(\\(' || c.column_name || '\\)::text\\)'))
                 order by 1
                """).query(String.class).list();

        assertThat(unlimited).isEmpty();
    }
}
