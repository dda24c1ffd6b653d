package org.parvis.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Sends what waits, and tries again later what a server did not take. */
@Component
class MailDelivery {

    private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
    private static final int AT_ONCE = 50;

    private final MailServer server;
    private final Postbag bag;
    private final Network network;
    private final PublicAddress address;
    private final ObjectProvider<LastLook> looks;

    MailDelivery(
            MailServer server, Postbag bag, Network network, PublicAddress address, ObjectProvider<LastLook> looks) {
        this.server = server;
        this.bag = bag;
        this.network = network;
        this.address = address;
        this.looks = looks;
    }

    void deliver() {
        server.sender().ifPresent(this::deliver);
    }

    private void deliver(JavaMailSenderImpl sender) {
        List<Envelope> due;
        do {
            due = bag.take(AT_ONCE);
            due.stream().filter(this::stands).forEach(envelope -> send(sender, envelope));
        } while (due.size() == AT_ONCE);
    }

    private boolean stands(Envelope envelope) {
        return looks.stream().allMatch(look -> look.stands(envelope.id(), envelope.kind()));
    }

    private void send(JavaMailSenderImpl sender, Envelope envelope) {
        try {
            sender.send(message(sender, envelope));
            bag.sent(envelope);
        } catch (MailException | MessagingException problem) {
            log.warn("Mail {} was not taken at try {}: {}", envelope.id(), envelope.tries(), reason(problem));
            bag.failed(envelope, reason(problem));
        }
    }

    private MimeMessage message(JavaMailSenderImpl sender, Envelope envelope) throws MessagingException {
        var message = new Identified(sender, envelope.messageId(address.host()));
        var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(from());
        helper.setTo(recipient(envelope));
        helper.setSubject(envelope.subject());
        helper.setText(envelope.body(), envelope.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", envelope.language());
        join(message, envelope.threadId(address.host()));
        recur(message, envelope.stopLink());
        return message;
    }

    private static void join(MimeMessage message, @Nullable String thread) throws MessagingException {
        if (thread != null) {
            message.setHeader("In-Reply-To", thread);
            message.setHeader("References", thread);
        }
    }

    // What comes again and again can be ended by one press, and wants no answer from whoever is away.
    private static void recur(MimeMessage message, @Nullable String stopLink) throws MessagingException {
        if (stopLink != null) {
            message.setHeader("List-Unsubscribe", "<" + stopLink + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            message.setHeader("Precedence", "bulk");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
    }

    private InternetAddress from() throws MessagingException {
        try {
            return new InternetAddress(server.from(), network.name(), StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static InternetAddress recipient(Envelope envelope) throws MessagingException {
        var one = InternetAddress.parse(envelope.recipient(), true);
        if (one.length != 1) {
            throw new MessagingException("not one address");
        }
        return one[0];
    }

    // One line without the server's control characters.
    private static String reason(Exception problem) {
        return String.valueOf(problem.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }

    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(JavaMailSenderImpl sender, String id) {
            super(jakarta.mail.Session.getInstance(new Properties(sender.getJavaMailProperties())));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
