package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Settings;
import org.springframework.mock.web.MockHttpServletRequest;

import java.util.Map;

class ClientAddressTests {

    private final ClientAddress direct = trusting("");
    private final ClientAddress behindProxies = trusting("10.0.0.0/8,192.0.2.9");

    @Test
    void withoutATrustedProxyNothingForwardedIsBelieved() {
        assertThat(direct.of(from("198.51.100.7", "203.0.113.1"))).isEqualTo("198.51.100.7");
    }

    @Test
    void ofATrustedProxyTheLastAddressItDidNotKnowIsTheClient() {
        assertThat(behindProxies.of(from("10.0.0.1", "1.1.1.1, 203.0.113.1, 10.3.4.5")))
                .isEqualTo("203.0.113.1");
        assertThat(behindProxies.of(from("198.51.100.7", "203.0.113.1"))).isEqualTo("198.51.100.7");
    }

    @Test
    void whatIsNoAddressEndsTheSearch() {
        assertThat(behindProxies.of(from("10.0.0.1", "evil.example"))).isEqualTo("10.0.0.1");
        assertThat(behindProxies.of(from("10.0.0.1", ""))).isEqualTo("10.0.0.1");
        assertThat(behindProxies.of(from("10.0.0.1", "203.0.113.1, 999.1.1.1"))).isEqualTo("10.0.0.1");
    }

    @Test
    void aPortBehindAnAddressIsNoOtherAddress() {
        assertThat(behindProxies.of(from("10.0.0.1", "203.0.113.1:51234"))).isEqualTo("203.0.113.1");
        assertThat(behindProxies.range(from("10.0.0.1", "[2001:db8:1:2::7]:443")))
                .isEqualTo(direct.range(from("2001:db8:1:2::9", "")));
    }

    @Test
    void neighboursCountAsOne() {
        assertThat(direct.range(from("198.51.100.7", ""))).isEqualTo(direct.range(from("198.51.100.200", "")));
        assertThat(direct.range(from("2001:db8:1:2::7", ""))).isEqualTo(direct.range(from("2001:db8:1:2:ffff::1", "")));
        assertThat(direct.range(from("2001:db8:1:2::7", ""))).isNotEqualTo(direct.range(from("2001:db8:1:3::7", "")));
    }

    private static MockHttpServletRequest from(String remote, String forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.addHeader("X-Forwarded-For", forwarded);
        return request;
    }

    private static ClientAddress trusting(String proxies) {
        return new ClientAddress(Settings.of(Map.of("parvis.trusted-proxies", proxies)));
    }
}
