package org.parvis.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@ParvisTest
class MailTests {

    private static final GreenMail SERVER = start();

    @Autowired
    Mail mail;

    @Autowired
    MailDelivery delivery;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) {
        settings.add(
                "parvis.smtp-url",
                () -> "smtp://parvis:s%40cret@127.0.0.1:" + SERVER.getSmtp().getPort());
        settings.add("parvis.public-url", () -> "https://parvis.example.org");
        // This test delivers by itself.
        settings.add("parvis.serving", () -> "false");
    }

    @BeforeEach
    void emptyBoxes() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        jdbc.sql("delete from outgoing_mail").update();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void aMailLeavesInTwoFormsFromTheNetwork() throws Exception {
        write("Bienvenue à vous", "Bonjour <b>,\n\nhttps://parvis.example.org/links/abc\n");
        delivery.deliver();
        var received = received();
        assertThat(received.getSubject()).isEqualTo("Bienvenue à vous");
        assertThat(received.getFrom()[0].toString()).isEqualTo("Valmont <parvis@parvis.example.org>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getMessageID()).matches("<parvis-\\d+@parvis.example.org>");
        assertThat(texts(received.getContent()))
                .hasSize(2)
                .anySatisfy(plain -> assertThat(plain).startsWith("Bonjour <b>,"))
                .anySatisfy(html ->
                        assertThat(html).contains("&lt;b&gt;", "<a href=\"https://parvis.example.org/links/abc\">"));
    }

    @Test
    void theWordsAboveAnAddressLeadThere() throws Exception {
        write("Une réponse", "Lire sur Valmont\u00a0:\nhttps://parvis.example.org/posts/1?a=1&b=2\n\n> Un mot :\n");
        delivery.deliver();
        assertThat(texts(received().getContent()))
                .anySatisfy(html -> assertThat(html)
                        .contains(
                                "<p><a href=\"https://parvis.example.org/posts/1?a=1&amp;b=2\">Lire sur Valmont</a></p>",
                                "Un mot :</blockquote>"));
    }

    @Test
    void whatWasSentIsNotSentAgainAndItsTextIsNotKept() {
        write("Once", "a secret link");
        delivery.deliver();
        delivery.deliver();
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(jdbc.sql("select body from outgoing_mail")
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void nothingIsAddedToTheHeaders() throws Exception {
        write("Hello\r\nBcc: evil@example.net", "text");
        delivery.deliver();
        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(received().getAllRecipients()).hasSize(1);
        assertThatThrownBy(() -> letter("a@example.org\r\nBcc: b@example.net", "x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> letter("a@example.org,b@example.net", "x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAServerDoesNotTakeIsTriedAgainLaterUnderTheSameName() throws Exception {
        write("Later", "text");
        SERVER.stop();
        try {
            delivery.deliver();
        } finally {
            SERVER.start();
            SERVER.setUser("parvis@example.org", "parvis", "s@cret");
        }
        assertThat(jdbc.sql("select problem is not null and sent_at is null from outgoing_mail")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        delivery.deliver();
        assertThat(SERVER.getReceivedMessages()).isEmpty();
        jdbc.sql("update outgoing_mail set next_try_at = now() - interval '1 second'")
                .update();
        delivery.deliver();
        assertThat(received().getSubject()).isEqualTo("Later");
    }

    @Test
    void aMailThatIsWorthNothingAnyMoreIsNotSent() {
        write("Too late", "text");
        jdbc.sql("update outgoing_mail set expires_at = now() - interval '1 second'")
                .update();
        delivery.deliver();
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void aMailIsWrittenWithItsCauseOrNotAtAll() {
        assertThatThrownBy(() -> mail.write(letter("a@example.org", "x", "y")))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            mail.write(letter("a@example.org", "x", "y"));
            status.setRollbackOnly();
        });
        delivery.deliver();
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    private void write(String subject, String body) {
        transaction.executeWithoutResult(status -> mail.write(letter("camille@example.org", subject, body)));
    }

    private static Letter letter(String recipient, String subject, String body) {
        return new Letter(null, recipient, "test", Locale.FRENCH, subject, body, Duration.ofHours(1));
    }

    private static List<String> texts(Object content) throws Exception {
        var texts = new ArrayList<String>();
        if (content instanceof MimeMultipart parts) {
            for (var number = 0; number < parts.getCount(); number++) {
                texts.addAll(texts(parts.getBodyPart(number).getContent()));
            }
        } else {
            texts.add(content.toString());
        }
        return texts;
    }

    private static MimeMessage received() {
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        return SERVER.getReceivedMessages()[0];
    }

    private static GreenMail start() {
        var server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        server.setUser("parvis@example.org", "parvis", "s@cret");
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
