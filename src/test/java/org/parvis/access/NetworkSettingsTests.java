package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.outgoing.AllowedHosts;
import org.parvis.platform.outgoing.OutgoingRules;
import org.parvis.platform.outgoing.OutgoingRules.Rules;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Settings, outgoing mail and the audit list, through their pages. */
@ParvisTest
@Import(Entrants.class)
class NetworkSettingsTests {

    private static final Pattern RECORDED = Pattern.compile("audit\\s*\\.record\\(\\s*[^,\"]+,\\s*\"([a-z -]+)\"");

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Entrants entrants;

    @Autowired
    Charter charter;

    @Autowired
    Messages messages;

    @Autowired
    OutgoingRules rules;

    @Autowired
    JdbcClient jdbc;

    private Viewer nadia;

    @BeforeEach
    void nadiaAdministrates() {
        nadia = cast.nadia();
    }

    @Test
    void theNetworkIsNamedAndSpeaks() {
        assertThat(browser.post()
                        .uri("/administration/settings/network")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .param("name", "Valmont Aubier")
                        .param("languages", "en", "fr", "tlh")
                        .param("language", "fr"))
                .hasStatus(303);
        assertThat(jdbc.sql(
                                "select name || ' ' || array_to_string(languages, ',') || ' ' || default_language from network")
                        .query(String.class)
                        .single())
                .isEqualTo("Valmont Aubier en,fr fr");
        assertThat(read("/administration/audit")).contains("Set the network: “Valmont Aubier”");
        identify("en", "en", "fr");
    }

    @Test
    void aNetworkOfOneLanguageSpeaksAndOffersNoOther() {
        var device = entrants.device(entrants.withCharter(cast.bruno()));
        jdbc.sql("update person set language = 'en' where id = :id")
                .param("id", cast.bruno().id().value())
                .update();
        identify("fr", "fr");
        try {
            assertThat(browser.get().uri("/sign-in").header("Accept-Language", "en-GB"))
                    .bodyText()
                    .contains("lang=\"fr\"")
                    .doesNotContain("action=\"/language\"");
            assertThat(browser.get().uri("/settings").cookie(device))
                    .bodyText()
                    .contains("lang=\"fr\"")
                    .doesNotContain("action=\"/settings/language\"", "<option value=\"en\"");
        } finally {
            identify("en", "en", "fr");
        }
        assertThat(browser.get().uri("/sign-in").header("Accept-Language", "de, fr;q=0.5"))
                .bodyText()
                .contains("lang=\"fr\"", "action=\"/language\"");
        assertThat(browser.get().uri("/settings").cookie(device)).bodyText().contains("lang=\"en\"");
    }

    @Test
    void aNameThatIsNoneStaysInTheForm() {
        assertThat(browser.post()
                        .uri("/administration/settings/network")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .param("name", "x".repeat(81))
                        .param("language", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("x".repeat(81), "1 character too many");
    }

    @Test
    void theInvitationSaysWhatAdministratorsWrote() {
        assertThat(browser.post()
                        .uri("/administration/settings/invitation")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .param("invitation-en", "Come and say hello.")
                        .param("invitation-fr", "Venez dire bonjour."))
                .hasStatus(303);
        var ivo = entrants.inState(cast.person("Ivo Worded", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        browser.post()
                .uri("/administration/people/" + ivo.id() + "/invitation")
                .with(as(nadia, "ADMINISTRATOR"))
                .exchange();
        assertThat(jdbc.sql("select body from outgoing_mail where person_id = :id")
                        .param("id", ivo.id().value())
                        .query(String.class)
                        .single())
                .containsAnyOf("Come and say hello.", "Venez dire bonjour.");
        assertThat(read("/administration/audit")).contains("Changed the words of the invitation");
    }

    @Test
    void aNewCharterIsANewVersionAndTheOldOneIsStillRead() {
        var before = charter.in(Locale.ENGLISH).version();
        publish("We are **kind**.");
        assertThat(charter.in(Locale.ENGLISH).version()).isEqualTo(before + 1);
        publish("We are **kind**.");
        assertThat(charter.in(Locale.ENGLISH).version()).isEqualTo(before + 1);
        assertThat(read("/administration/settings/charter/" + (before + 1))).contains("<strong>kind</strong>");
        assertThat(read("/administration/settings/charter/" + before)).contains("We criticise things, not people");
        assertThat(browser.get().uri("/administration/settings/charter/99").with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(404);
    }

    @Test
    void aMailIsReadOnItsPageAndItsReaderIsNamed() {
        var mia = entrants.inState(cast.person("Mia Mailed", PersonKind.EMPLOYEE), Account.NOT_INVITED);
        browser.post()
                .uri("/administration/people/" + mia.id() + "/invitation")
                .with(as(nadia, "ADMINISTRATOR"))
                .exchange();
        var mail = jdbc.sql("select id from outgoing_mail where person_id = :id")
                .param("id", mia.id().value())
                .query(Long.class)
                .single();
        assertThat(read("/administration/mail"))
                .contains("mia.mailed@example.org")
                .doesNotContain("/links/");
        assertThat(read("/administration/mail?q=MIA.mailed@")).contains("mia.mailed@example.org");
        assertThat(read("/administration/mail?q=nobody%25")).doesNotContain("mia.mailed@example.org");
        assertThat(read("/administration/people/" + mia.id()))
                .contains("/administration/mail?q=mia.mailed%40example.org");
        assertThat(read("/administration/mail/" + mail))
                .contains("<a href=\"http", entrants.linksOf(mia).getFirst());
        assertThat(entrants.mailKindsOf(mia)).contains("mail-read");
        assertThat(read("/administration/audit?action=mail read&q=mia"))
                .contains("Read a mail that had not left (invitation)", "Mia Mailed", "Nadia Berrada");
        assertThat(read("/administration/audit?person=" + mia.id()))
                .contains("Read a mail that had not left", "Sent an invitation")
                .doesNotContain("Opened the network");
    }

    @Test
    void whichHostsMayBeAskedIsSetAndRecorded() {
        assertThat(reach("Intranet.example.org\n\n*.wiki.example.org\nbuilds.local:8080", "true"))
                .hasStatus(303);
        assertThat(rules.read())
                .isEqualTo(new Rules(
                        true,
                        new AllowedHosts(List.of("intranet.example.org", "*.wiki.example.org", "builds.local:8080"))));
        assertThat(read("/administration/settings"))
                .contains("intranet.example.org\n*.wiki.example.org\nbuilds.local:8080");
        assertThat(read("/administration/audit?action=link previews set"))
                .contains("Allowed previews of links; hosts of the company: intranet.example.org, *.wiki.example.org");

        var refused = reach("intranet.example.org\nhttp://other.example.org/path", "true");
        assertThat(refused).hasStatus(422).bodyText().contains("http://other.example.org/path", "is no host");
        assertThat(reach(hosts(51), "true")).hasStatus(422);
        assertThat(rules.read().hosts().entries()).hasSize(3);

        assertThat(browser.post().uri("/administration/settings/links").with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(rules.read()).isEqualTo(new Rules(false, AllowedHosts.NONE));
        assertThat(read("/administration/audit"))
                .contains("Switched off previews of links; hosts of the company: none");
        assertThat(browser.post().uri("/administration/settings/links").with(as(cast.bruno())))
                .hasStatus(403);
    }

    private static String hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "host%d.example\n".formatted(number))
                .collect(Collectors.joining());
    }

    private MvcTestResult reach(String hosts, String previews) {
        return browser.post()
                .uri("/administration/settings/links")
                .with(as(nadia, "ADMINISTRATOR"))
                .param("previews", previews)
                .param("hosts", hosts)
                .exchange();
    }

    @Test
    void everyActionThatIsRecordedHasItsSentence() throws IOException {
        var silent = recorded()
                .filter(action -> Messages.LANGUAGES.stream()
                        .anyMatch(language -> !messages.has(language, AuditEntry.key(action))
                                || !messages.has(language, AuditEntry.key(action) + "-name")))
                .toList();
        assertThat(recorded()).contains("deactivated", "mail read", "network changed");
        assertThat(silent).isEmpty();
    }

    private static Stream<String> recorded() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            List<String> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(NetworkSettingsTests::text)
                    .toList();
            return Stream.concat(
                    Stream.of("role granted", "role withdrawn"),
                    sources.stream()
                            .flatMap(
                                    source -> RECORDED.matcher(source).results().map(found -> found.group(1))));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    private void identify(String language, String... languages) {
        assertThat(browser.post()
                        .uri("/administration/settings/network")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .param("name", "Valmont")
                        .param("languages", languages)
                        .param("language", language))
                .hasStatus(303);
    }

    private void publish(String text) {
        assertThat(browser.post()
                        .uri("/administration/settings/charter")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .param("charter-en", text)
                        .param("charter-fr", "Soyons aimables."))
                .hasStatus(303);
    }

    private String read(String path) {
        var result = browser.get().uri(path).with(as(nadia, "ADMINISTRATOR")).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
