package org.parvis.platform.outgoing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.testing.SharedData;
import org.parvis.testing.Site;
import org.parvis.testing.Site.Says;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The guarded client before real servers on this machine, which is inside like few others. */
class OutgoingTests {

    private static final Limits LIMITS = new Limits("text/html", 10_000, Duration.ofSeconds(20));
    private static final Limits HASTY = new Limits("text/html", 10_000, Duration.ofMillis(300));

    private final Site site = new Site();
    private final Outgoing outgoing = allowing(site.host());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void bringsWhatAServerSays() throws IOException {
        site.at(
                "/a",
                new Says(
                        200,
                        java.util.Map.of("Content-Type", "Text/HTML; charset=iso-8859-1"),
                        "é".getBytes(ISO_8859_1)));

        var answer = outgoing.fetch(WebAddress.of(site.url("/a#here")), LIMITS);

        assertThat(answer.address()).hasToString(site.url("/a"));
        assertThat(answer.isOk()).isTrue();
        assertThat(answer.mediaType()).isEqualTo("text/html");
        assertThat(answer.charset()).isEqualTo(ISO_8859_1);
        assertThat(new String(answer.body(), ISO_8859_1)).isEqualTo("é");
        assertThat(answer.cut()).isFalse();
    }

    @Test
    void tellsWhoAsksAndNothingElse() throws IOException {
        site.at("/a", Says.elsewhere(302, "/b").with("Set-Cookie", "known=1; Path=/"))
                .at("/b", Says.page("There"));

        fetch("/a");

        assertThat(site.lastHeaders().keySet())
                .containsExactlyInAnyOrder("Accept", "Accept-encoding", "Connection", "Host", "User-agent");
        assertThat(site.lastHeaders().getFirst("User-Agent")).contains("Parvis");
    }

    static Stream<String> addressesThatLeadInside() throws IOException {
        var addresses = Files.readAllLines(SharedData.file("attacks/ssrf-urls.txt"));
        assertThat(addresses).hasSize(94);
        return addresses.stream();
    }

    /** Whatever a name is called, its owner answers with whatever address they like. */
    @ParameterizedTest
    @MethodSource("addressesThatLeadInside")
    void isNotLedInside(String address) {
        for (var answered : List.of("127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "fd00:ec2::254")) {
            var led = new Outgoing(() -> AllowedHosts.NONE, hostile(answered));
            assertThatExceptionOfType(RefusedAddress.class).isThrownBy(() -> led.fetch(WebAddress.of(address), LIMITS));
        }
    }

    @Test
    void followsAFewRedirects() throws IOException {
        for (var status : List.of(301, 302, 303, 307, 308)) {
            site.at("/" + status, Says.elsewhere(status, "there?" + status)).at("/there?" + status, Says.page("There"));
            assertThat(fetch("/" + status).address()).hasToString(site.url("/there?" + status));
        }
        for (var hop = 1; hop <= 5; hop++) {
            site.at("/hop" + hop, Says.elsewhere(302, site.url("/hop" + (hop + 1))));
        }
        site.at("/hop5", Says.page("Far enough"));
        assertThat(fetch("/hop1").isOk()).isTrue();
        site.at("/hop5", Says.elsewhere(302, "/hop6")).at("/hop6", Says.page("Too far"));
        assertThatExceptionOfType(RefusedAddress.class).isThrownBy(() -> fetch("/hop1"));
        assertThat(site.visits()).doesNotContain("/hop6");
    }

    @Test
    void isNotLedElsewhereOnTheWay() {
        try (var inside = new Site()) {
            inside.at("/secret", Says.page("Secret"));
            for (var location : List.of(
                    inside.url("/secret"),
                    "http://localhost:" + inside.port() + "/secret",
                    "http://127.1/",
                    "http://169.254.169.254/latest/meta-data/",
                    "http://[::ffff:127.0.0.1]/",
                    "//10.0.0.1/",
                    "file:///etc/passwd",
                    "gopher://127.0.0.1:25/_",
                    "http://user@example.org/",
                    "http://exa mple.org/")) {
                site.at("/away", Says.elsewhere(302, location));
                assertThatExceptionOfType(RefusedAddress.class).as(location).isThrownBy(() -> fetch("/away"));
            }
            assertThat(inside.visits()).isEmpty();
        }
    }

    /** At the first look-up a harmless address, at the second the one that was meant. */
    @Test
    void asksTheAddressThatItChecked() throws IOException {
        site.at("/", Says.page("Once")).at("/again", Says.elsewhere(302, "/"));
        var lookUps = new ArrayList<String>();
        Queue<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
        var changing = new Outgoing(() -> AllowedHosts.of("changing.example:" + site.port()), host -> {
            lookUps.add(host);
            return new InetAddress[] {InetAddress.ofLiteral(answers.remove())};
        });

        assertThat(changing.fetch(address("http://changing.example:" + site.port() + "/"), LIMITS)
                        .isOk())
                .isTrue();
        assertThat(lookUps).hasSize(1);
        assertThatExceptionOfType(RefusedAddress.class)
                .isThrownBy(() -> changing.fetch(address("http://changing.example:" + site.port() + "/again"), LIMITS));
        assertThat(site.visits()).containsExactly("/");
    }

    @Test
    void ofTwoAddressesOnlyTheOneThatMayBeAsked() throws UnknownHostException {
        GuardedNames.Names two =
                host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("93.184.215.14")};
        assertThat(new GuardedNames(two, false).resolve("two.example"))
                .containsExactly(InetAddress.ofLiteral("93.184.215.14"));
    }

    @Test
    void aHostOfTheHouseIsAskedOnlyWhereItIsAllowed() {
        assertThatExceptionOfType(RefusedAddress.class)
                .isThrownBy(() -> allowing("127.0.0.1").fetch(address(site.url("/")), LIMITS));
        assertThatExceptionOfType(RefusedAddress.class)
                .isThrownBy(() -> allowing("localhost:" + site.port()).fetch(address(site.url("/")), LIMITS));
        for (var never : List.of("169.254.169.254", "0.0.0.0", "224.0.0.1", "[::]", "[fe80::1]", "100.100.100.200")) {
            assertThatExceptionOfType(RefusedAddress.class)
                    .as(never)
                    .isThrownBy(() -> allowing(never).fetch(address("http://" + never + "/"), LIMITS));
        }
        assertThat(site.visits()).isEmpty();
    }

    @Test
    void takesNoMoreThanItWants() throws IOException {
        site.at("/large", Says.page("x".repeat(1_000_000)))
                .at("/fits", Says.page("x".repeat(10_000)))
                .at("/bomb", Says.bytes("text/html", zipped(50_000_000)).with("Content-Encoding", "gzip"))
                .at("/packed", Says.bytes("text/html", zipped(9_999)).with("Content-Encoding", "gzip"))
                .at("/chain", Says.bytes("text/html", zipped(9)).with("Content-Encoding", "gzip, gzip"))
                .at("/brotli", Says.bytes("text/html", new byte[9]).with("Content-Encoding", "br"));

        for (var more : List.of("/large", "/bomb")) {
            var answer = fetch(more);
            assertThat(answer.body()).as(more).hasSize(10_000);
            assertThat(answer.cut()).as(more).isTrue();
        }
        assertThat(fetch("/fits").cut()).isFalse();
        assertThat(fetch("/packed").body()).hasSize(9_999);
        for (var other : List.of("/chain", "/brotli")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> fetch(other));
        }
    }

    @Test
    void emptyPackagesWithoutEndEnd() throws IOException {
        var nothing = zipped(0);
        try (var server = new Endless(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n",
                nothing,
                Duration.ZERO)) {
            assertThat(allowing(server.host()).fetch(server.address(), LIMITS).cut())
                    .isTrue();
            server.awaitLeft();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
            })
    void whoDripsIsLeft(String begin) throws IOException {
        var drip = begin.contains("chunked") ? "1\r\nx\r\n" : begin.endsWith("\r\n\r\n") ? "x" : "A";
        try (var server = new Endless(begin, drip.getBytes(UTF_8), Duration.ofMillis(40))) {
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> allowing(server.host()).fetch(server.address(), HASTY));
            server.awaitLeft();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A: b\r\n", "A", "HTTP/1.1 103 Early Hints\r\n\r\n", "\r\n"})
    void headersWithoutEndEnd(String piece) throws IOException {
        var begin = piece.startsWith("A") ? "HTTP/1.1 200 OK\r\n" : "";
        try (var server = new Endless(begin, piece.getBytes(UTF_8), Duration.ZERO)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> allowing(server.host())
                            .fetch(server.address(), new Limits("text/html", 10_000, Duration.ofSeconds(2))));
            server.awaitLeft();
        }
    }

    @Test
    void slowServersDoNotKeepTheOthersWaitingForEver() throws IOException {
        try (var slow = new Endless("", "A".getBytes(UTF_8), Duration.ofMillis(40))) {
            var patient = allowing(slow.host(), site.host());
            for (var time = 0; time < 20; time++) {
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> patient.fetch(slow.address(), HASTY));
            }
            site.at("/", Says.page("Here"));
            assertThat(patient.fetch(address(site.url("/")), LIMITS).isOk()).isTrue();
        }
    }

    @Test
    void aCertificateThatNobodyKnowsIsNone() throws Exception {
        try (var forged = new ForgedSite()) {
            assertThatExceptionOfType(javax.net.ssl.SSLException.class)
                    .isThrownBy(() -> allowing(forged.host()).fetch(address("https://" + forged.host() + "/"), LIMITS));
            assertThat(forged.visits()).isZero();
        }
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new Outgoing(() -> AllowedHosts.NONE, host -> {
                            throw new UnknownHostException(host);
                        })
                        .fetch(address("http://nobody.example/"), LIMITS));
    }

    private Answer fetch(String path) throws IOException {
        return outgoing.fetch(address(site.url(path)), LIMITS);
    }

    private static WebAddress address(String text) throws RefusedAddress {
        return WebAddress.of(text);
    }

    private static Outgoing allowing(String... hosts) {
        return new Outgoing(() -> AllowedHosts.of(String.join("\n", hosts)), InetAddress::getAllByName);
    }

    // Numbers are what they are; every name is answered by its owner.
    private static GuardedNames.Names hostile(String answer) {
        return host -> host.matches("[\\d.]+|.*:.*")
                ? InetAddress.getAllByName(host)
                : new InetAddress[] {InetAddress.ofLiteral(answer)};
    }

    private static byte[] zipped(int length) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[length]);
        }
        return bytes.toByteArray();
    }
}
