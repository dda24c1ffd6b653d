package org.parvis.access;

import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.parvis.platform.network.NetworkHours;
import org.parvis.platform.outgoing.AllowedHosts;
import org.parvis.platform.outgoing.OutgoingRules;
import org.parvis.platform.outgoing.OutgoingRules.Rules;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What administrators set for everybody: name, languages, the words of an invitation, the charter, what may be asked. */
@Component
@Transactional
public class NetworkSettings {

    private static final int INVITATION = 2000;
    private static final int CHARTER = 40_000;
    private static final int HOSTS_IN_AUDIT = 1_000;

    private final Network network;
    private final Charter charter;
    private final OutgoingRules outgoing;
    private final NetworkHours hours;
    private final Audit audit;

    NetworkSettings(Network network, Charter charter, OutgoingRules outgoing, NetworkHours hours, Audit audit) {
        this.network = network;
        this.charter = charter;
        this.outgoing = outgoing;
        this.hours = hours;
        this.audit = audit;
    }

    /** The default language is one of the network's. */
    public void identify(Agent agent, String name, List<String> languages, String defaultLanguage) {
        var known = languages().stream()
                .filter(code -> languages.contains(code) || code.equals(defaultLanguage))
                .toList();
        if (!known.contains(defaultLanguage)) {
            throw new Invalid("language", "access.network.language.unknown");
        }
        var identity = new Network.Identity(PlainText.name("name", name, 80), known, defaultLanguage);
        if (!network.identity().equals(Optional.of(identity))) {
            network.change(identity);
            audit.record(
                    agent,
                    "network changed",
                    null,
                    Map.of(
                            "name", identity.name(),
                            "language", defaultLanguage,
                            "languages", String.join(", ", known)));
        }
    }

    /** The words before the link in a mail of invitation, by language. */
    public void word(Agent agent, Map<String, String> invitations) {
        var texts = new HashMap<String, String>();
        languages().stream()
                .filter(invitations::containsKey)
                .forEach(code ->
                        texts.put(code, PlainText.optional("invitation-" + code, invitations.get(code), INVITATION)));
        if (!texts.isEmpty() && !network.invitations().entrySet().containsAll(texts.entrySet())) {
            network.invite(texts);
            audit.record(agent, "invitation worded", null, Map.of());
        }
    }

    /** Whether the sites people link to are asked what they are, and which hosts of the house may be: one to a line. */
    public void reach(Agent agent, boolean previews, String hosts) {
        var rules = new Rules(previews, AllowedHosts.of(hosts));
        if (!rules.equals(outgoing.read())) {
            outgoing.change(rules);
            var allowed = rules.hosts().entries();
            var named = allowed.isEmpty() ? "none" : String.join(", ", allowed);
            audit.record(
                    agent,
                    "link previews set",
                    null,
                    Map.of("hosts", PlainText.sought(named, HOSTS_IN_AUDIT), "previews", String.valueOf(previews)));
        }
    }

    /**
     * The days and hours in which people are written to: days as ISO 8601 counts them, times as {@code 08:00}.
     *
     * @throws Invalid for {@code days} or {@code until}, when nobody would ever be
     */
    public void work(Agent agent, List<String> days, String from, String until) {
        var given = WorkingTimes.of(days, from, until);
        if (!given.equals(hours.read())) {
            hours.change(given);
            audit.record(
                    agent,
                    "working hours set",
                    null,
                    Map.of(
                            "days", WorkingTimes.days(given),
                            "from", given.from().toString(),
                            "until", given.until().toString()));
        }
    }

    /**
     * Publishes the charter in the network's languages, if a word of it is another than before.
     *
     * @return whether everybody is asked again
     */
    public boolean publish(Agent agent, Map<String, String> typed) {
        var texts = new HashMap<String, String>();
        charterLanguages()
                .forEach(code ->
                        texts.put(code, PlainText.clean("charter-" + code, typed.getOrDefault(code, ""), CHARTER)));
        var changed = !texts.equals(cleaned(charter.texts()));
        if (changed) {
            charter.publish(agent, texts);
        }
        return changed;
    }

    List<String> charterLanguages() {
        return network.identity().map(Network.Identity::languages).orElse(languages());
    }

    static List<String> languages() {
        return Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    private static Map<String, String> cleaned(Map<String, String> texts) {
        var cleaned = new HashMap<String, String>();
        texts.forEach((code, text) -> cleaned.put(code, PlainText.clean("charter-" + code, text, CHARTER)));
        return cleaned;
    }
}
