package org.parvis.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.platform.web.Invalid;

import java.net.InetAddress;
import java.util.List;

class WebAddressTests {

    @ParameterizedTest
    @CsvSource({
        "http://127.1, http://127.0.0.1/",
        "http://2130706433, http://127.0.0.1/",
        "http://0x7f.1, http://127.0.0.1/",
        "http://0177.0.0.1, http://127.0.0.1/",
        "http://0251.0376.0251.0376, http://169.254.169.254/",
        "http://0xA9FEA9FE, http://169.254.169.254/",
        "http://2852039166/x, http://169.254.169.254/x",
        "http://１２７.０.０.１, http://127.0.0.1/",
        "http://127.0.0.1., http://127.0.0.1/",
        "http://[::ffff:a9fe:a9fe], http://169.254.169.254/",
        "http://[0:0:0:0:0:ffff:127.0.0.1], http://127.0.0.1/",
        "http://[::1]:80/, http://[0:0:0:0:0:0:0:1]/",
        "http://ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ, http://example.com/",
        "HTTPS://Example.ORG:443/A?b#c, https://example.org/A?b",
        "https://bücher.example/é ü?q=ä&r=%zz%C3%A9, https://xn--bcher-kva.example/%C3%A9%20%C3%BC?q=%C3%A4&r=%25zz%C3%A9",
        "http://example.org?q, http://example.org/?q",
        "http://example.org:8080/a, http://example.org:8080/a"
    })
    void isReadAsBrowsersReadIt(String typed, String address) throws RefusedAddress {
        assertThat(WebAddress.of(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "file:///etc/passwd",
                "http:/example.org",
                "http://",
                "http://user@example.org",
                "http://user:password@example.org",
                "http://example.org\\@127.0.0.1/",
                "http://127.0.0.1!/",
                "http://o177.0.0.1/",
                "http://0o177.0.0.1/",
                "http://425.510.425.510",
                "http://7147006462",
                "http://1.2.3.4.5",
                "http://09.1",
                "http://[fe80::1%25eth0]/",
                "http://[",
                "http://[]/",
                "http://exa mple.org",
                "http://example..org",
                "http://example.org:0",
                "http://example.org:70000",
                "http://example.org:http",
                "http://${host}/",
                "javascript:alert(1)",
                "//example.org"
            })
    void isNoAddressOfTheWeb(String typed) {
        assertThatExceptionOfType(RefusedAddress.class).isThrownBy(() -> WebAddress.of(typed));
    }

    @Test
    void isNoLongerThanItsLimit() throws RefusedAddress {
        var begin = "https://example.org/";
        assertThat(WebAddress.of(begin + "a".repeat(WebAddress.MOST - begin.length()))
                        .href())
                .hasSize(WebAddress.MOST);
        assertThatExceptionOfType(RefusedAddress.class)
                .isThrownBy(() -> WebAddress.of(begin + "é".repeat(WebAddress.MOST / 6)));
    }

    @ParameterizedTest
    @CsvSource({
        "/b, https://example.org/b",
        "b?c, https://example.org/a/b?c",
        "//other.example/b, https://other.example/b",
        "http://other.example:80/ü, http://other.example/%C3%BC",
        "/ü ü, https://example.org/%C3%BC%20%C3%BC"
    })
    void leadsOn(String location, String address) throws RefusedAddress {
        assertThat(WebAddress.of("https://example.org/a/x").led(location)).hasToString(address);
    }

    @Test
    void knowsWhatIsPublic() {
        assertThat(List.of(
                        "1.1.1.1", "93.184.215.14", "172.15.255.255", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"))
                .allMatch(text -> Reach.isPublic(InetAddress.ofLiteral(text)));
        assertThat(List.of(
                        "0.0.0.0",
                        "0.1.2.3",
                        "10.0.0.1",
                        "100.64.0.1",
                        "100.127.255.255",
                        "127.0.0.1",
                        "127.255.0.1",
                        "169.254.169.254",
                        "172.16.0.1",
                        "172.31.255.255",
                        "192.0.0.192",
                        "192.0.2.1",
                        "192.88.99.1",
                        "192.168.1.1",
                        "198.18.0.1",
                        "198.19.255.255",
                        "198.51.100.7",
                        "203.0.113.9",
                        "224.0.0.1",
                        "239.1.1.1",
                        "240.0.0.1",
                        "255.255.255.255",
                        "168.63.129.16",
                        "100.100.100.200",
                        "::",
                        "::1",
                        "::127.0.0.1",
                        "::ffff:0:127.0.0.1",
                        "64:ff9b::7f00:1",
                        "64:ff9b:1::1",
                        "100::1",
                        "2001::1",
                        "2001:db8::1",
                        "2002:7f00:1::",
                        "3fff::1",
                        "fc00::1",
                        "fd00:ec2::254",
                        "fe80::1",
                        "fec0::1",
                        "ff02::1",
                        "5f00::1"))
                .noneMatch(text -> Reach.isPublic(InetAddress.ofLiteral(text)));
    }

    @Test
    void allowsTheHostsOnTheList() throws RefusedAddress {
        var hosts = AllowedHosts.of("""
                Intranet.Example.org
                *.wiki.example.org

                builds.local:8080
                10.1.2.3
                intranet.example.org
                """);
        assertThat(hosts.entries())
                .containsExactly("intranet.example.org", "*.wiki.example.org", "builds.local:8080", "10.1.2.3");
        for (var allowed : List.of(
                "http://intranet.example.org/",
                "https://INTRANET.example.org./x",
                "https://a.b.wiki.example.org",
                "http://builds.local:8080",
                "http://0x0a010203/")) {
            assertThat(hosts.allow(WebAddress.of(allowed))).as(allowed).isTrue();
        }
        for (var other : List.of(
                "http://intranet.example.org:8080",
                "https://example.org",
                "https://wiki.example.org",
                "https://evilwiki.example.org",
                "http://builds.local",
                "http://builds.local:9090",
                "https://a.wiki.example.org:22",
                "http://10.1.2.4",
                "http://intranet.example.org.evil.example")) {
            assertThat(hosts.allow(WebAddress.of(other))).as(other).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://intranet.example.org",
                "intranet.example.org/path",
                "*",
                "*.org",
                "*.10.1",
                "a b",
                "wiki.*.org",
                "host:0",
                "user@host",
                "ex\"ample"
            })
    void isNoHostToAllow(String line) {
        assertThatThrownBy(() -> AllowedHosts.of("intranet.example.org\n" + line))
                .isInstanceOf(Invalid.class);
    }
}
