package org.parvis.notifications;

import org.parvis.people.PersonId;
import org.parvis.platform.web.PublicAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The links under mails by which their reader ends a kind of them (RFC 8058), as often as they like and without signing
 * in: person, kind and what only we can have written under these. They open nothing else.
 */
@Component
class StopLinks {

    record Stop(PersonId person, MailKind kind) {}

    private static final int SIGNATURE = 16;
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})\\.([a-z_]{1,40})\\.([\\w-]{22})");

    private final JdbcClient jdbc;
    private final PublicAddress address;

    StopLinks(JdbcClient jdbc, PublicAddress address) {
        this.jdbc = jdbc;
        this.address = address;
    }

    String of(PersonId person, MailKind kind) {
        return address.link("/unsubscribe/" + token(person + "." + kind.code()));
    }

    /** Empty for whatever did not come from here. */
    Optional<Stop> read(String token) {
        var parts = TOKEN.matcher(token);
        if (parts.matches()) {
            var signed = parts.group(1) + "." + parts.group(2);
            return MailKind.find(parts.group(2))
                    .filter(kind -> same(token(signed), token))
                    .map(kind -> new Stop(PersonId.of(parts.group(1)), kind));
        } else {
            return Optional.empty();
        }
    }

    private String token(String signed) {
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(signed));
    }

    // In the same time however much of it is right.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(("unsubscribe " + signed).getBytes(StandardCharsets.UTF_8)), SIGNATURE);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private byte[] secret() {
        return jdbc.sql("select secret from mail_secret").query(byte[].class).single();
    }
}
