package org.parvis.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.PostKinds;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.testing.Cast;
import org.parvis.testing.HandSetClock;
import org.parvis.testing.Jobs;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;

@ParvisTest
@Import(LettersTests.Time.class)
class LettersTests {

    /** A Monday at ten in the evening in Paris; each test has a week of its own. */
    private static final HandSetClock CLOCK = new HandSetClock(Instant.parse("2026-12-07T21:00:00Z"));

    private static final Instant MONDAY = CLOCK.instant();
    private static final GreenMail SERVER = start();
    private static int weeks;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Clock handSet() {
            return CLOCK;
        }
    }

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    PostKinds kinds;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Notifications notifications;

    @Autowired
    MailRounds rounds;

    @Autowired
    Letters letters;

    @Autowired
    MailTold told;

    @Autowired
    StopLinks stops;

    @Autowired
    MailRefusals refusals;

    @Autowired
    Messages messages;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer anna;
    Viewer lucia;
    CommunityId maintenance;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) {
        settings.add(
                "parvis.smtp-url", () -> "smtp://127.0.0.1:" + SERVER.getSmtp().getPort());
        settings.add("parvis.public-url", () -> "https://parvis.example.org");
    }

    @BeforeEach
    void aMondayEvening() throws Exception {
        settle();
        CLOCK.advance(Duration.between(CLOCK.instant(), MONDAY.plus(Duration.ofDays(7L * weeks++))));
        bruno = cast.bruno();
        lucia = cast.lucia();
        anna = inFrench(cast.priya());
        lives(anna, "fr", "Europe/Paris");
        lives(lucia, "en", "America/Monterrey");
        lives(bruno, "en", "Europe/Paris");
        email(lucia, "lucia.moreno@example.org");
        maintenance = communities.create(
                bruno, new CommunityForm("Maintenance " + weeks, "What for", "business", "request", true, null, null));
        memberships.put(bruno, maintenance, anna.id(), Standing.MEMBER);
        memberships.put(bruno, maintenance, lucia.id(), Standing.MEMBER);
        settle();
        Tables.empty(jdbc, "notification", "mail_digest", "mail_refusal", "outgoing_mail");
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aMentionAtNightIsALetterInTheMorning() throws Exception {
        var post = posts.publish(bruno, maintenance, "Vibrations on **pump 4**, " + mention(anna) + "?");
        round();
        after(Duration.ofMinutes(30));
        round();
        at("07:59");
        round();
        assertThat(bag()).isEmpty();

        at("08:00");
        round();
        round();

        var letter = received(1).getFirst();
        assertThat(letter.getSubject()).isEqualTo("Bruno Tessier vous a mentionné dans Maintenance " + weeks);
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getAllRecipients()[0]).hasToString("priya.nair@example.org");
        assertThat(letter.getHeader("Content-Language")).containsExactly("fr");
        assertThat(plain(letter))
                .contains(
                        "> Vibrations on pump 4, @Priya Nair?",
                        "Lire et répondre sur Valmont",
                        "https://parvis.example.org/posts/" + post,
                        "Ne plus recevoir ces courriels");
        assertThat(html(letter)).contains("<blockquote", "Vibrations on pump 4", "lang=\"fr\"");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(bag()).hasSize(1);
    }

    @Test
    void oneThreadIsOneLetterAndThreadsStandTogether() throws Exception {
        at("09:00");
        var post = posts.publish(bruno, maintenance, "Who looks after it, " + mention(anna) + "?");
        var comment = comments.add(anna, post, null, "I do");
        comments.add(bruno, post, comment, "Then tell us");
        comments.add(lucia, post, comment, "How often?");
        posts.publish(lucia, maintenance, "Another one, " + mention(anna));
        after(Duration.ofMinutes(9));
        round();
        assertThat(bag()).isEmpty();

        after(Duration.ofMinutes(1));
        round();

        var letters = received(2);
        var thread = letters.stream()
                .filter(letter -> plain(letter).contains("Who looks"))
                .findFirst()
                .orElseThrow();
        assertThat(thread.getSubject())
                .isEqualTo("Lucía Moreno et 1 autre personne ont répondu à vos commentaires dans Maintenance " + weeks);
        assertThat(plain(thread))
                .containsSubsequence("> Who looks after it", "> Then tell us", "> How often?")
                .doesNotContain("I do", "Another one");

        comments.add(bruno, post, comment, "Still waiting");
        settle();
        after(Duration.ofMinutes(10));
        round();
        var later = received(3).stream()
                .filter(letter -> plain(letter).contains("Still waiting"))
                .findFirst()
                .orElseThrow();
        assertThat(plain(later)).doesNotContain("Then tell us");
        assertThat(later.getHeader("References"))
                .isEqualTo(thread.getHeader("References"))
                .containsExactly("<parvis-post-" + post + "@parvis.example.org>");
        assertThat(later.getHeader("In-Reply-To")).isEqualTo(later.getHeader("References"));
        assertThat(later.getMessageID()).isNotEqualTo(thread.getMessageID());
    }

    @Test
    void everyoneIsWrittenToInTheirOwnMorning() throws Exception {
        posts.publish(bruno, maintenance, "To both, " + mention(anna) + " " + mention(lucia));
        at("08:00");
        round();
        assertThat(bag()).containsExactly("priya.nair@example.org");
        at("16:00");
        round();
        assertThat(received(2))
                .extracting(Message::getSubject)
                .contains("Bruno Tessier mentioned you in Maintenance " + weeks);
    }

    @Test
    void anAnnouncementToConfirmIsWrittenAboutUntilItIsConfirmed() {
        var post = announce();
        await().until(() -> waiting() == 2);
        assertThat(browser.put()
                        .uri("/posts/" + post + "/announcement/acknowledgement")
                        .with(as(lucia)))
                .hasStatus(303);
        at("16:00");
        round();
        var letter = received(1).getFirst();
        assertThat(subject(letter))
                .isEqualTo(
                        "Bruno Tessier vous demande de confirmer la lecture d’une annonce dans Maintenance " + weeks);
        assertThat(plain(letter)).contains("Fermeture", "À midi.").doesNotContain("Closing early");
        assertThat(bag()).doesNotContain("lucia.moreno@example.org");
    }

    private PostId announce() {
        return posts.publish(bruno, maintenance, announcement(kinds.of("announcement")));
    }

    private static <D> Submission<D> announcement(PostKind<D> kind) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("acknowledge", "true");
        form.add("title-fr", "Fermeture");
        form.add("text-fr", "À midi.");
        return new Submission<>(kind, "Closing early", "At noon.", List.of(), kind.typed(form));
    }

    @Test
    void whoeverIsPraisedIsWrittenToOnceHoweverOftenTheyAreNamed() {
        posts.publish(bruno, maintenance, praise(kinds.of("praise"), lucia));
        await().until(() -> waiting() == 1);
        at("16:00");
        round();
        var letter = received(1).getFirst();
        assertThat(subject(letter)).isEqualTo("Bruno Tessier praised you in Maintenance " + weeks);
        assertThat(plain(letter)).contains("Douze caristes formés");
        assertThat(bag()).containsExactly("lucia.moreno@example.org");
    }

    private <D> Submission<D> praise(PostKind<D> kind, Viewer whom) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("people", whom.id().toString());
        form.add(
                "value",
                jdbc.sql("select min(id)::text from praise_value")
                        .query(String.class)
                        .single());
        return new Submission<>(
                kind, null, "Douze caristes formés, merci " + mention(whom), List.of(), kind.typed(form));
    }

    @Test
    void whatWasReadMeanwhileIsNotSent() {
        var post = posts.publish(bruno, maintenance, "Seen, " + mention(anna));
        settle();
        assertThat(browser.get().uri("/posts/" + post).with(as(anna))).hasStatusOk();
        at("08:00");
        round();
        assertThat(bag()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void whoMayNoLongerReadItGetsNothingOfIt() {
        posts.publish(bruno, maintenance, "Secret plan, " + mention(anna));
        settle();
        memberships.remove(bruno, maintenance, anna.id());
        at("08:00");
        round();
        assertThat(bag()).isEmpty();
    }

    @Test
    void whatBecameUnreadableWhileTheServerWasDownDoesNotLeave() {
        posts.publish(bruno, maintenance, "Secret plan, " + mention(anna));
        posts.publish(bruno, maintenance, "Open plan, " + mention(lucia));
        settle();
        SERVER.stop();
        try {
            at("16:00");
            round();
            assertThat(bag()).hasSize(2);
            await().until(() -> {
                jobs.hurry("mail-delivery");
                return jdbc.sql("select bool_and(tries > 0 and problem is not null) from outgoing_mail")
                        .query(Boolean.class)
                        .single();
            });
            memberships.remove(bruno, maintenance, anna.id());
        } finally {
            SERVER.start();
        }
        after(Duration.ofMinutes(5));
        assertThat(plain(received(1).getFirst())).contains("Open plan");
        await().until(() -> bag().equals(List.of("lucia.moreno@example.org")));
        round();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aLetterOfWhichAPartWasTakenBackIsWrittenAnew() {
        at("09:00");
        var post = posts.publish(bruno, maintenance, "A question");
        var comment = comments.add(anna, post, null, "Mine");
        var rude = comments.add(bruno, post, comment, "Rude");
        comments.add(lucia, post, comment, "Kind");
        settle();
        after(Duration.ofMinutes(10));
        SERVER.stop();
        try {
            round();
            comments.delete(bruno, rude, null);
        } finally {
            SERVER.start();
        }
        var stale = jdbc.sql("select id from outgoing_mail where recipient like 'priya%'")
                .query(Long.class)
                .single();
        assertThat(told.stands(stale, MailTold.LETTER)).isFalse();
        round();
        var letter = received(1).getFirst();
        assertThat(plain(letter)).contains("> Kind").doesNotContain("Rude");
    }

    @Test
    void oneClickEndsAKindWithoutSigningIn() throws Exception {
        posts.publish(bruno, maintenance, "Enough, " + mention(anna));
        at("08:00");
        round();
        var letter = received(1).getFirst();
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var link = letter.getHeader("List-Unsubscribe")[0];
        assertThat(link).matches("<https://parvis.example.org/unsubscribe/[^>]+>");
        var path = link.substring("<https://parvis.example.org".length(), link.length() - 1);

        assertThat(browser.get().uri(path)).hasStatusOk().bodyText().doesNotContain("Priya");
        assertThat(browser.head().uri(path)).hasStatusOk();
        assertThat(refusals.of(anna.id())).isEmpty();

        for (var times = 0; times < 2; times++) {
            assertThat(browser.post().uri(path).param("List-Unsubscribe", "One-Click"))
                    .hasStatusOk()
                    .doesNotContainHeader("Set-Cookie");
        }
        assertThat(refusals.of(anna.id())).containsExactly("mention");
        assertThat(refusals.of(bruno.id())).isEmpty();

        posts.publish(lucia, maintenance, "Once more, " + mention(anna));
        settle();
        after(Duration.ofHours(2));
        round();
        assertThat(bag()).hasSize(1);
        after(Duration.ofDays(1));
        round();
        assertThat(received(2))
                .anySatisfy(mail -> assertThat(plain(mail)).contains("Lucía Moreno vous mentionne", "Once more"));
    }

    @Test
    void aLinkThatDidNotComeFromHereIsNothing() {
        var token = stops.of(anna.id(), MailKind.DIGEST).replaceAll(".*/", "");
        var nothing = browser.post().uri("/unsubscribe/nothing").exchange();
        assertThat(nothing).hasStatus(404);
        for (var forged : List.of(
                token.replaceFirst("^\\d+", "" + bruno.id()),
                token.replace("digest", "mention"),
                token.replace("digest", "else"),
                token + "A",
                token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A"))) {
            if (!stops.read(forged).isPresent()) {
                assertThat(browser.post().uri("/unsubscribe/" + forged)).hasStatus(404);
            }
            assertThat(stops.read(forged)).as(forged).isEmpty();
        }
        assertThat(refusals.of(bruno.id())).isEmpty();
        assertThat(refusals.of(anna.id())).isEmpty();
    }

    @Test
    void settingsSayWhichMailsOneWants() {
        assertThat(browser.get().uri("/settings").with(as(anna)))
                .bodyText()
                .contains("Courriels", "Quand quelqu’un me mentionne", "value=\"digest\" checked");
        assertThat(browser.post().uri("/settings/mail").param("kinds", "reply").with(as(anna)))
                .hasStatus(303);
        assertThat(refusals.of(anna.id()))
                .containsExactlyInAnyOrder(
                        "mention", "called", "answered", "overdue_soon", "praised", "announced", "reminded", "digest");
        posts.publish(bruno, maintenance, "Not by mail, " + mention(anna));
        at("08:00");
        round();
        after(Duration.ofDays(2));
        round();
        assertThat(bag()).isEmpty();

        browser.post()
                .uri("/settings/mail")
                .param(
                        "kinds",
                        "reply",
                        "mention",
                        "called",
                        "answered",
                        "overdue_soon",
                        "praised",
                        "announced",
                        "reminded",
                        "digest",
                        "nonsense")
                .with(as(anna))
                .exchange();
        assertThat(refusals.of(anna.id())).isEmpty();
    }

    @Test
    void theDigestComesOnceAWorkingDayAndSaysNothingTwice() {
        var post = posts.publish(anna, maintenance, "What do you think?");
        comments.add(bruno, post, null, "A lot");
        settle();
        after(Duration.ofHours(1));
        round();
        assertThat(bag()).isEmpty();
        at("08:00");
        round();
        round();
        var digest = received(1).getFirst();
        assertThat(subject(digest)).isEqualTo("Valmont\u00a0: 1 alerte que vous n’avez pas lue");
        assertThat(plain(digest))
                .contains("Bruno Tessier a commenté votre publication\u00a0: «\u00a0What do you think?\u00a0»");

        after(Duration.ofDays(1));
        round();
        assertThat(bag()).hasSize(1);

        var other = posts.publish(anna, maintenance, "And of this?");
        comments.add(lucia, other, null, "Less");
        settle();
        after(Duration.ofHours(8));
        round();
        assertThat(bag()).as("not before the next morning").hasSize(1);
        after(Duration.ofHours(16));
        round();
        assertThat(received(2))
                .anySatisfy(
                        mail -> assertThat(plain(mail)).contains("And of this?").doesNotContain("What do you think?"));
    }

    @Test
    void noDigestRepeatsALetterAndNoneIsSentForNothing() {
        posts.publish(bruno, maintenance, "Told by letter, " + mention(anna));
        var post = posts.publish(anna, maintenance, "Read in time");
        comments.add(bruno, post, null, "Yes");
        settle();
        notifications.visitedPost(anna, post.value());
        at("08:00");
        round();
        after(Duration.ofDays(1));
        round();
        assertThat(bag()).hasSize(1);
        assertThat(jdbc.sql("select kind from outgoing_mail")
                        .query(String.class)
                        .single())
                .isEqualTo("letter");
    }

    @Test
    void onlyWhoHasAnAccountThatSignsInIsWrittenTo() {
        posts.publish(bruno, maintenance, "Still here, " + mention(anna) + " and " + mention(lucia) + "?");
        state(lucia, "invited");
        settle();
        state(anna, "deactivated");
        at("16:00");
        round();
        after(Duration.ofDays(1));
        round();
        assertThat(bag()).isEmpty();
        state(anna, "active");
        state(lucia, "active");
    }

    @Test
    void nobodyIsWrittenToAboutThemselves() {
        var post = posts.publish(anna, maintenance, "I, " + mention(anna));
        comments.add(anna, post, comments.add(anna, post, null, "Me"), "Again me");
        at("08:00");
        round();
        assertThat(bag()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void aLetterIsInTheBagAndNotedOrNeitherOfBoth() {
        posts.publish(bruno, maintenance, "Killed, " + mention(anna));
        settle();
        at("08:00");
        transaction.executeWithoutResult(dying -> {
            letters.serve(anna.id());
            assertThat(bag()).hasSize(1);
            dying.setRollbackOnly();
        });
        round();
        received(1);
        assertThat(bag()).hasSize(1);
    }

    @Test
    void whoWritesAtTheSameTimeWritesOnce() throws Exception {
        for (var number = 0; number < 5; number++) {
            posts.publish(bruno, maintenance, "Number " + number + ", " + mention(anna) + " " + mention(lucia));
        }
        settle();
        at("16:00");
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node = 0; node < 4; node++) {
                nodes.execute(rounds::go);
            }
        }
        round();
        assertThat(bag()).hasSize(10);
        received(10);
    }

    @Test
    void oneThatCannotBeWrittenHoldsUpNobodyElse() {
        posts.publish(bruno, maintenance, "To both, " + mention(anna) + " " + mention(lucia));
        settle();
        email(anna, "priya.nair;@example.org");
        at("16:00");
        round();
        assertThat(bag()).hasSize(1);
        email(anna, "priya.nair@example.org");
        round();
        assertThat(bag()).hasSize(1);
        after(Duration.ofHours(1));
        round();
        assertThat(bag()).hasSize(2);
    }

    @Test
    void otherHoursAreKeptAsSoonAsTheyAreSet() {
        var nadia = as(cast.nadia(), "ADMINISTRATOR");
        assertThat(hours("6,7", "10:00", "12:00").with(nadia)).hasStatus(303);
        try {
            posts.publish(bruno, maintenance, "At the weekend, " + mention(anna));
            settle();
            at("10:30");
            round();
            assertThat(bag()).isEmpty();
            after(Duration.ofDays(4));
            round();
            assertThat(bag()).hasSize(1);
            assertThat(hours("", "10:00", "12:00").with(nadia)).hasStatus(422);
            assertThat(hours("1", "12:00", "10:00").with(nadia))
                    .hasStatus(422)
                    .bodyText()
                    .contains("The end comes after the beginning.", "value=\"12:00\"");
            assertThat(hours("1", "noon", "13:00").with(nadia)).hasStatus(422);
        } finally {
            assertThat(hours("1,2,3,4,5", "08:00", "18:00").with(nadia)).hasStatus(303);
        }
        assertThat(browser.get()
                        .uri("/administration/audit?action=working hours set")
                        .with(nadia))
                .bodyText()
                .contains("Set the working hours: days 6, 7, from 10:00 to 12:00");
    }

    @Test
    void everyKindOfMailIsNamedAndSaidInBothLanguages() {
        assertThat(MailKind.all())
                .allSatisfy(kind -> assertThat(Messages.LANGUAGES)
                        .allMatch(language -> messages.has(language, kind.messageKey()))
                        .allMatch(language -> kind.equals(MailKind.DIGEST)
                                || messages.has(language, "notifications.mail.told." + kind.code())));
    }

    private MockMvcTester.MockMvcRequestBuilder hours(String days, String from, String until) {
        return browser.post()
                .uri("/administration/settings/hours")
                .param("days", days.split(","))
                .param("from", from)
                .param("until", until);
    }

    // The network's own rounds may be under way, too.
    private void round() {
        settle();
        rounds.go();
        await().untilAsserted(() -> assertThat(due()).isZero());
    }

    private long due() {
        return jdbc.sql("""
                select (select count(*) from mail_line where mail_id is null and due_at <= :now)
                     + (select count(*) from mail_digest where due_at <= :now)
                """)
                .param("now", CLOCK.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private List<String> bag() {
        return jdbc.sql("select recipient from outgoing_mail where kind in ('letter', 'digest') order by id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from mail_line where mail_id is null")
                .query(Long.class)
                .single();
    }

    private void after(Duration time) {
        CLOCK.advance(time);
    }

    /** At that time in Paris, today or tomorrow; people in Monterrey begin at three or four in its afternoon. */
    private void at(String time) {
        var now = CLOCK.instant().atZone(ZoneId.of("Europe/Paris"));
        var then = now.with(LocalTime.parse(time));
        CLOCK.advance(Duration.between(now, then.isBefore(now) ? then.plusDays(1) : then));
    }

    private void lives(Viewer viewer, String language, String zone) {
        jdbc.sql("update person set language = :language, time_zone = :zone where id = :id")
                .param("language", language)
                .param("zone", zone)
                .param("id", viewer.id().value())
                .update();
    }

    private void state(Viewer viewer, String state) {
        jdbc.sql("update person set state = :state where id = :id")
                .param("state", state)
                .param("id", viewer.id().value())
                .update();
    }

    private void email(Viewer viewer, String email) {
        jdbc.sql("update person set email = :email where id = :id")
                .param("email", email)
                .param("id", viewer.id().value())
                .update();
    }

    private void settle() {
        await().until(() -> jdbc.sql("""
                select not exists (select from journal where position is null)
                   and (select position from journal_cursor where name = 'notifications')
                     = (select position from journal_head)
                """).query(Boolean.class).single());
    }

    private List<MimeMessage> received(int number) {
        await().untilAsserted(() -> {
            jobs.hurry("mail-delivery");
            assertThat(SERVER.getReceivedMessages()).hasSize(number);
        });
        return List.of(SERVER.getReceivedMessages());
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    private static String plain(MimeMessage message) {
        return part(message, "text/plain");
    }

    private static String html(MimeMessage message) {
        return part(message, "text/html");
    }

    private static String part(jakarta.mail.Part part, String type) {
        try {
            if (part.getContent() instanceof MimeMultipart parts) {
                var found = new StringBuilder();
                for (var number = 0; number < parts.getCount(); number++) {
                    found.append(part(parts.getBodyPart(number), type));
                }
                return found.toString();
            } else {
                return part.isMimeType(type) ? part.getContent().toString() : "";
            }
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    private static String mention(Viewer viewer) {
        return "@[" + viewer.name() + "](person:" + viewer.id() + ")";
    }

    private static GreenMail start() {
        var server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    // The same one after a restart.
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
