package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.parvis.platform.web.Invalid;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the network with what the settings say, where nobody is there to fill a form in. */
@Component
class UnattendedSetUp {

    private final ParvisSettings settings;
    private final Network network;
    private final SetUp setUp;
    private final PasswordRules rules;
    private final Messages messages;

    UnattendedSetUp(ParvisSettings settings, Network network, SetUp setUp, PasswordRules rules, Messages messages) {
        this.settings = settings;
        this.network = network;
        this.setUp = setUp;
        this.rules = rules;
        this.messages = messages;
    }

    @EventListener(ApplicationStartedEvent.class)
    void open() {
        var email = settings.adminEmail();
        var password = settings.adminPassword();
        if (email != null && password != null && !network.isSetUp()) {
            open(email, password);
        }
    }

    private void open(String email, String password) {
        var language = Messages.supported(Locale.forLanguageTag(or(settings.language(), "en")));
        var form = new SetUpForm(
                "",
                or(settings.networkName(), "Parvis"),
                SetUpForm.codes(),
                language.getLanguage(),
                name(email),
                email,
                password);
        try {
            form.check(rules);
        } catch (Invalid invalid) {
            var problem = invalid.problems().getFirst();
            throw new Refusal("The network cannot be set up from the settings, %s: %s"
                    .formatted(
                            problem.field(),
                            messages.text(
                                    Locale.ENGLISH,
                                    problem.messageKey(),
                                    problem.arguments().toArray())));
        }
        setUp.open(form.identity(), form.administrator());
    }

    private static String or(@Nullable String given, String otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }

    // camille.roussel@… is Camille Roussel until she says otherwise.
    private static String name(String email) {
        return Stream.of(email.split("@", 2)[0].split("[._-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
