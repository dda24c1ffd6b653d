package org.parvis.platform.outgoing;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address of the web as browsers understand it (WHATWG URL), in one spelling: http or https, a host in ASCII, numbers
 * of hosts written as IP addresses are, no name or password of a user.
 *
 * @param host as in {@link Host}
 * @param port 80 and 443 where none was given
 * @param rest path and query, percent-encoded
 * @param fragment percent-encoded with its {@code #}, or empty; servers never see it
 */
public record WebAddress(String scheme, String host, int port, String rest, String fragment) {

    /** The longest, in characters. */
    public static final int MOST = 2_000;

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*+)(#.*+)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:@\\[\\]]*)(?::(\\d{0,5}))?");
    private static final String KEPT =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?%#";

    /** @throws RefusedAddress for what is no such address */
    public static WebAddress of(String text) throws RefusedAddress {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) throw new RefusedAddress("no address of the web");
        var authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) throw new RefusedAddress("no host, or one with a user");
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        var rest = encoded(parts.group(3));
        var address = new WebAddress(
                scheme,
                Host.of(authority.group(1)),
                port(scheme, authority.group(2)),
                rest.startsWith("/") ? rest : "/" + rest,
                parts.group(4) == null ? "" : "#" + encoded(parts.group(4).substring(1)));
        if (address.href().length() > MOST) throw new RefusedAddress("too long");
        return address;
    }

    /** Where a reference leads from here; {@code location} may leave out what stays the same (RFC 9110, section 10.2.2). */
    public WebAddress led(String location) throws RefusedAddress {
        try {
            return of(URI.create(toString())
                    .resolve(URI.create(location.matches("(?i)https?:.*") ? location : encoded(location)))
                    .toString());
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedAddress("led to no address");
        }
    }

    /** The host as people say it. */
    public String site() {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** Whether it is one of the two that web servers have. */
    public boolean isUsualPort() {
        return port == 80 || port == 443;
    }

    /** With the fragment, as a page links to it. */
    public String href() {
        return this + fragment;
    }

    /** Without the fragment: the same for all that leads to the same page. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == usual(scheme) ? "" : ":" + port) + rest;
    }

    private static int port(String scheme, @Nullable String given) throws RefusedAddress {
        var port = given == null || given.isEmpty() ? usual(scheme) : Integer.parseInt(given);
        if (port < 1 || port > 65535) throw new RefusedAddress("no port");
        return port;
    }

    private static int usual(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var c = text.codePointAt(at);
            if (c == '%' && !isEscape(text, at)) {
                encoded.append("%25");
            } else if (c < 128 && KEPT.indexOf(c) >= 0) {
                encoded.append((char) c);
            } else {
                for (var one : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append("%%%02X".formatted(one));
                }
            }
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
