package org.parvis.safety;

import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What programs and browsers of the cast sign in with. */
final class Tokens {

    static String give(JdbcClient jdbc, Viewer viewer) {
        return keep(jdbc, viewer, """
                insert into access_token (token_hash, person_id, name, created_at, expires_at)
                values (:hash, :person, 'a program', now(), now() + interval '1 day')
                """);
    }

    /** The value of a session's cookie; the charter is accepted. */
    static String session(JdbcClient jdbc, Viewer viewer) {
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select :person, max(version), 'en', now() from charter
                on conflict do nothing
                """).param("person", viewer.id().value()).update();
        return keep(jdbc, viewer, """
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                values (:hash, :person, 'computer|Chrome|Linux', '127.0.0.1', now(), now(), now() + interval '1 day')
                """);
    }

    /** The last part of a link that sets a new password. */
    static String link(JdbcClient jdbc, Viewer viewer) {
        return keep(jdbc, viewer, """
                insert into single_use_link (token_hash, person_id, purpose, email, created_at, expires_at)
                select :hash, id, 'reset', email, now(), now() + interval '1 day' from person where id = :person
                """);
    }

    /** The last part of a link that ends the digests. */
    static String unsubscribe(JdbcClient jdbc, Viewer viewer) {
        var signed = viewer.id() + ".digest";
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    jdbc.sql("select secret from mail_secret")
                            .query(byte[].class)
                            .single(),
                    "HmacSHA256"));
            var signature = mac.doFinal(("unsubscribe " + signed).getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signature, 16));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The last part of the address at which somebody's feed reader asks for the articles of a community. */
    static String feed(JdbcClient jdbc, Viewer viewer, long community) {
        return keep(jdbc, viewer, """
                insert into blog_feed (token_hash, person_id, subject_kind, subject_id, created_at)
                values (:hash, :person, 'community', %d, now())
                """.formatted(community));
    }

    private static String keep(JdbcClient jdbc, Viewer viewer, String sql) {
        var token = "pv_" + UUID.randomUUID() + UUID.randomUUID();
        jdbc.sql(sql)
                .param("hash", sha256(token))
                .param("person", viewer.id().value())
                .update();
        return token;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Tokens() {}
}
