package org.parvis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.parvis.people.Viewer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Opens browsers in which somebody of the cast is signed in; each is its own device. They are closed after the test. */
@TestComponent
public class Browsers {

    private final JdbcClient jdbc;
    private final Environment environment;
    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    public Browsers(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** A page of a browser in which this person is signed in. */
    public Page of(Viewer viewer) {
        return of(viewer, new NewContextOptions());
    }

    /** As {@link #of(Viewer)}, in a browser that runs no script. */
    public Page withoutScript(Viewer viewer) {
        return of(viewer, new NewContextOptions().setJavaScriptEnabled(false));
    }

    public Page of(Viewer viewer, NewContextOptions options) {
        var page = visitor(options);
        page.context().addCookies(List.of(new Cookie("parvis_session", signIn(viewer)).setUrl(address())));
        return page;
    }

    /** A page of a browser in which nobody is signed in. */
    public Page visitor(NewContextOptions options) {
        var context = chromium().newContext(options.setBaseURL(address()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isAnswer(message) && !isCut(message.text())) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> {
            if (!isCut(error.error())) complaints.add(error.error());
        });
        open.add(context);
        return context.newPage();
    }

    public String address() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    // A form that is refused, what a device asks for while it is offline, or a comment that was taken away before an
    // open page could fetch it.
    private static boolean isAnswer(ConsoleMessage message) {
        return message.text().contains("422")
                || message.text().contains("409")
                || message.text().contains("ERR_INTERNET_DISCONNECTED")
                || message.text().contains("404") && message.location().contains("/comments/");
    }

    // What a browser says of its own accord when a test takes the network away.
    private static boolean isCut(String text) {
        return text.contains("TypeError: Failed to fetch");
    }

    private static Browser chromium() {
        return Chromium.browser();
    }

    private String signIn(Viewer viewer) {
        acceptCharter(viewer);
        var token = UUID.randomUUID() + "" + UUID.randomUUID();
        jdbc.sql("""
                insert into sign_in_session (token_hash, person_id, device, address, created_at, last_seen_at, expires_at)
                values (:hash, :person, 'computer|Chrome|Linux', '127.0.0.1', now(), now(), now() + interval '1 day')
                """)
                .param("hash", sha256(token))
                .param("person", viewer.id().value())
                .update();
        return token;
    }

    private void acceptCharter(Viewer viewer) {
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                select :person, max(version), 'en', now() from charter
                on conflict do nothing
                """).param("person", viewer.id().value()).update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void close() {
        open.forEach(BrowserContext::close);
        open.clear();
        var said = List.copyOf(complaints);
        complaints.clear();
        assertThat(said).as("what the browsers complained of").isEmpty();
    }

    static class ClosedAfterEach implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(Browsers.class).close();
        }
    }
}
