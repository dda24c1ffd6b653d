package org.parvis.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.settings.Refusal;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Where a request comes from. {@code X-Forwarded-For} is believed only of the proxies in PARVIS_TRUSTED_PROXIES, and
 * read from its end, where they write; what stands before may be anybody's invention.
 */
@Component
class ClientAddress {

    private final List<IpAddressMatcher> trusted;

    ClientAddress(ParvisSettings settings) {
        trusted = settings.trustedProxies().stream()
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(ClientAddress::matcher)
                .toList();
    }

    String of(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        request.getHeaders("X-Forwarded-For")
                .asIterator()
                .forEachRemaining(header -> hops.addAll(Arrays.asList(header.split(","))));
        var address = request.getRemoteAddr();
        for (var hop : hops.reversed()) {
            var before = literal(hop);
            if (before == null || !trusted(address)) {
                break;
            }
            address = before;
        }
        return address;
    }

    /** The neighbourhood that counts as one: the first 24 bits of an IPv4 address, 64 of an IPv6 one. */
    String range(HttpServletRequest request) {
        try {
            var bytes = InetAddress.ofLiteral(of(request)).getAddress();
            return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? 3 : 8);
        } catch (IllegalArgumentException notAnAddress) {
            return "unknown";
        }
    }

    private static IpAddressMatcher matcher(String range) {
        try {
            return new IpAddressMatcher(range);
        } catch (IllegalArgumentException none) {
            throw new Refusal("PARVIS_TRUSTED_PROXIES: %s is no address or range such as 10.0.0.0/8.".formatted(range));
        }
    }

    private boolean trusted(String address) {
        return trusted.stream().anyMatch(range -> range.matches(address));
    }

    // Numbers only: a name would be looked up. Some proxies write the port behind it.
    private static @Nullable String literal(String hop) {
        var bare = hop.strip().replaceFirst("^\\[(.+)](:\\d+)?$", "$1").replaceFirst("^([\\d.]+):\\d+$", "$1");
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
