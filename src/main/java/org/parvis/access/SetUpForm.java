package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Invalid;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is typed to open the network. */
public record SetUpForm(
        @Nullable String code,
        @Nullable String network,
        @Nullable List<String> languages,
        @Nullable String language,
        @Nullable String name,
        @Nullable String email,
        @Nullable String password) {

    static SetUpForm empty(Locale locale) {
        return new SetUpForm("", "", codes(), locale.getLanguage(), "", "", "");
    }

    /** For the field of that name, never the password. */
    public String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public boolean speaks(String code) {
        return languages != null && languages.contains(code);
    }

    public static List<String> codes() {
        return Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    Network.Identity identity() {
        var preferred = codes().contains(shown(language)) ? shown(language) : codes().getFirst();
        var chosen = Stream.concat(Stream.of(preferred), codes().stream().filter(this::speaks))
                .distinct()
                .toList();
        return new Network.Identity(shown(network).strip(), chosen, preferred);
    }

    SetUp.Administrator administrator() {
        return new SetUp.Administrator(shown(name).strip(), shown(email).strip(), shown(password));
    }

    void check(PasswordRules rules) {
        Invalid.unless(
                () -> bounded("network", shown(network), 80),
                () -> bounded("name", shown(name), 200),
                () -> MailAddress.check("email", shown(email).strip()),
                () -> rules.check("password", shown(password), List.of(shown(network), shown(name), shown(email))));
    }

    private static void bounded(String field, String text, int most) {
        if (text.isBlank()) {
            throw new Invalid(field, "access.set-up.empty");
        } else if (text.strip().length() > most || text.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid(field, "access.set-up.long", most);
        }
    }
}
