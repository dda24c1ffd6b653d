package org.parvis.bench;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Properties;

/** The database in a data folder, beside the network that runs on it. */
record Database(String address, String user, String password, JdbcClient jdbc) {

    static final String API_TOKEN = "pv_bench";

    private static final String SESSION = "bench-0123456789-0123456789-0123456789-";

    static final String TOKEN = "bench-0123456789-0123456789-0123456789";

    static Database in(Path data) throws IOException {
        var lines = new Properties();
        lines.load(new StringReader(Files.readString(data.resolve("database.properties"))));
        return at(
                "jdbc:postgresql://127.0.0.1:" + lines.getProperty("port") + "/parvis",
                lines.getProperty("user"),
                lines.getProperty("password"));
    }

    static Database at(String address, String user, String password) {
        return new Database(
                address, user, password, JdbcClient.create(new DriverManagerDataSource(address, user, password)));
    }

    long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Some of those who may come in and see everybody, as if drawn by lot, the same at each call. */
    List<Long> colleagues(int most) {
        return jdbc.sql("""
                select id from person
                 where kind = 'employee' and state = 'active' and deleted_at is null
                 order by md5(id::text), id
                 limit :most
                """)
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Those who may come in, the ones who write most first. */
    List<Long> mostActive(int most) {
        return jdbc.sql("""
                select p.id
                  from person p
                  left join (select author_id, count(*) as written from post group by author_id) a on a.author_id = p.id
                 where p.state = 'active' and p.deleted_at is null
                 order by a.written desc nulls last, md5(p.id::text)
                 limit :most
                """)
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Signs somebody in who has accepted the charter; the answer is what their cookie holds. */
    String signIn(String email) {
        var token = TOKEN;
        var person = jdbc.sql("select id from person where email = :email")
                .param("email", email)
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                values (:hash, :person, 'computer|Chrome|Linux', '127.0.0.1', now(), now(), now() + interval '1 day')
                """).param("hash", sha256(token)).param("person", person).update();
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select :person, max(version), 'en', now() from charter
                on conflict do nothing
                """).param("person", person).update();
        return token;
    }

    /** Everybody may come in and has accepted the charter, each by a session of their own; the first writes over the API. */
    void letEverybodyIn() {
        jdbc.sql("update person set state = 'active'").update();
        jdbc.sql("""
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                select sha256(convert_to(:prefix || id, 'UTF8')), id, 'computer|Chrome|Linux', '127.0.0.1',
                       now(), now(), now() + interval '1 day'
                  from person
                """).param("prefix", SESSION).update();
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select p.id, c.version, 'en', now()
                  from person p
                 cross join (select max(version) as version from charter) c
                on conflict do nothing
                """).update();
        giveToken(jdbc.sql("select id from person where email = :email")
                .param("email", Launch.ADMINISTRATOR)
                .query(Long.class)
                .single());
    }

    /** Somebody edits the network and writes over the API, until it is closed. */
    AutoCloseable editing(long person) {
        var role = jdbc.sql("""
                insert into network_role (person_id, role, granted_at) values (:person, 'editor', now()) on conflict do nothing
                """).param("person", person).update();
        giveToken(person);
        return () -> {
            jdbc.sql("delete from access_token where token_hash = :hash")
                    .param("hash", sha256(API_TOKEN))
                    .update();
            if (role > 0) {
                jdbc.sql("delete from network_role where person_id = :person and role = 'editor'")
                        .param("person", person)
                        .update();
            }
        };
    }

    private void giveToken(long person) {
        jdbc.sql("""
                insert into access_token (token_hash, person_id, name, created_at, expires_at)
                values (:hash, :person, 'bench', now(), now() + interval '1 day')
                """).param("hash", sha256(API_TOKEN)).param("person", person).update();
    }

    /** What the cookie of somebody holds whom {@link #letEverybodyIn} let in. */
    static String session(long person) {
        return SESSION + person;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
