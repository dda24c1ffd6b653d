package org.parvis.access;

import com.nulabinc.zxcvbn.StandardDictionaries;
import org.parvis.platform.web.Invalid;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which passwords are taken: 10 to 128 characters, and none of those that everybody tries first. */
@Component
class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private final Set<String> common;

    PasswordRules() throws IOException {
        common = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(password -> password.length() >= SHORTEST)
                .map(password -> password.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Throws {@link Invalid} for {@code field}; the person's own address is as easy to guess as a common word. */
    void check(String field, String password, String email) {
        var normal = normal(password);
        var length = normal.codePointCount(0, normal.length());
        var known = normal.toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            throw new Invalid(field, "access.password.short", SHORTEST);
        } else if (length > LONGEST) {
            throw new Invalid(field, "access.password.long", LONGEST);
        } else if (normal.indexOf('\0') >= 0) {
            throw new Invalid(field, "access.password.nul");
        } else if (common.contains(known) || known.equals(email.toLowerCase(Locale.ROOT)) || monotonous(known)) {
            throw new Invalid(field, "access.password.common");
        }
    }

    /** The same password, whichever way a keyboard composes its accents. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static boolean monotonous(String password) {
        return password.codePoints().distinct().count() < 3;
    }
}
