package org.parvis.platform.mail;

import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.parvis.platform.web.PublicAddress;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The company's mail server, by an address such as {@code smtp://user:password@mail.example.org:587}. */
@Component
class MailServer {

    private static final String PATIENCE = "20000";

    private final @Nullable JavaMailSenderImpl sender;
    private final String from;

    MailServer(ParvisSettings settings, PublicAddress address) {
        var url = settings.smtpUrl();
        this.sender = url == null || url.isBlank() ? null : sender(parse(url.strip()));
        this.from = settings.mailFrom() == null ? "parvis@" + address.host() : settings.mailFrom();
    }

    boolean given() {
        return sender != null;
    }

    Optional<JavaMailSenderImpl> sender() {
        return Optional.ofNullable(sender);
    }

    /** Host and port, without what it is entered by. */
    Optional<String> name() {
        return sender().map(server -> server.getHost() + ":" + server.getPort());
    }

    /** The address mails come from; their name is the network's. */
    String from() {
        return from;
    }

    private static URI parse(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null || !uri.getScheme().matches("smtps?")) {
                throw new Refusal("PARVIS_SMTP_URL must read smtp://user:password@host:port or smtps://…");
            }
            return uri;
        } catch (URISyntaxException unreadable) {
            // Without the cause: it would print the password.
            throw new Refusal("PARVIS_SMTP_URL cannot be read; encode special characters as %XX");
        }
    }

    private static JavaMailSenderImpl sender(URI server) {
        var protocol = server.getScheme().toLowerCase(Locale.ROOT);
        var sender = new JavaMailSenderImpl();
        sender.setProtocol(protocol);
        sender.setHost(server.getHost());
        sender.setPort(server.getPort() > 0 ? server.getPort() : protocol.equals("smtps") ? 465 : 587);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var account = server.getRawUserInfo();
        if (account != null) {
            var parts = account.split(":", 2);
            sender.setUsername(decoded(parts[0]));
            sender.setPassword(parts.length > 1 ? decoded(parts[1]) : "");
        }
        sender.setSession(Session.getInstance(settings(protocol, account != null && !onThisMachine(server.getHost()))));
        return sender;
    }

    private static Properties settings(String protocol, boolean secret) {
        var settings = new Properties();
        var prefix = "mail." + protocol + ".";
        settings.setProperty(prefix + "starttls.enable", "true");
        // A password is not sent in the clear over a network.
        settings.setProperty(prefix + "starttls.required", Boolean.toString(secret && protocol.equals("smtp")));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "connectiontimeout", PATIENCE);
        settings.setProperty(prefix + "timeout", PATIENCE);
        settings.setProperty(prefix + "writetimeout", PATIENCE);
        return settings;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static boolean onThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notNow) {
            return false;
        }
    }
}
