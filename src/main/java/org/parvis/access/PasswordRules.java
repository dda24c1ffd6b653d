package org.parvis.access;

import org.parvis.platform.network.Network;
import org.parvis.platform.web.Invalid;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.stream.Stream;

/** Which passwords are taken: 10 to 128 characters, and none of those that everybody tries first. */
@Component
class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private final CommonPasswords common;
    private final Network network;

    PasswordRules(CommonPasswords common, Network network) {
        this.common = common;
        this.network = network;
    }

    /** Throws {@link Invalid} for {@code field}; {@code own} is what everybody knows of the person: address and name. */
    void check(String field, String password, Collection<String> own) {
        var normal = normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            throw new Invalid(field, "access.password.short", SHORTEST);
        } else if (length > LONGEST) {
            throw new Invalid(field, "access.password.long", LONGEST);
        } else if (normal.indexOf('\0') >= 0) {
            throw new Invalid(field, "access.password.nul");
        } else if (common.contains(normal, withNetwork(own))) {
            throw new Invalid(field, "access.password.common");
        }
    }

    /** The same password, whichever way a keyboard composes its accents; half a character counts as a question mark. */
    static String normal(String password) {
        var whole = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Normalizer.normalize(whole, Normalizer.Form.NFKC);
    }

    private Collection<String> withNetwork(Collection<String> own) {
        return Stream.concat(own.stream(), Stream.of(network.name())).toList();
    }
}
