package org.parvis.platform.outgoing;

import org.parvis.platform.web.Invalid;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts of the house that an administrator lets Parvis ask: {@code intranet.example.org}, all below a name of two parts at
 * least {@code *.intranet.example.org}, and with a port other than 80 and 443 {@code wiki.local:8080}.
 */
public record AllowedHosts(List<String> entries) {

    public static final AllowedHosts NONE = new AllowedHosts(List.of());

    /** The most there are. */
    public static final int MOST = 50;

    private static final Pattern ENTRY = Pattern.compile("(\\*\\.)?(\\[[^\\]]+]|[^:*/@\\s]+)(?::(\\d{1,5}))?");

    public AllowedHosts {
        entries = List.copyOf(entries);
    }

    /** One to a line; throws {@code Invalid("hosts", …)}, which names the line that is none. */
    public static AllowedHosts of(String lines) {
        var entries = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(AllowedHosts::entry)
                .distinct()
                .toList();
        if (entries.size() > MOST) throw new Invalid("hosts", "platform.outgoing.hosts-many", MOST);
        return new AllowedHosts(entries);
    }

    /** One to a line, as they are typed. */
    public String lines() {
        return String.join("\n", entries);
    }

    boolean allow(WebAddress address) {
        return allow(address.isUsualPort() ? "" : ":" + address.port(), address.host());
    }

    private boolean allow(String port, String host) {
        return entries.contains(host + port)
                || entries.stream()
                        .filter(entry -> entry.startsWith("*."))
                        .anyMatch(entry -> (host + port).endsWith(entry.substring(1)));
    }

    private static String entry(String line) {
        var parts = ENTRY.matcher(line.toLowerCase(Locale.ROOT));
        if (!parts.matches()) throw noHost(line);
        try {
            var address =
                    WebAddress.of("http://" + parts.group(2) + (parts.group(3) == null ? "" : ":" + parts.group(3)));
            var below = parts.group(1) != null;
            if (below && !address.host().matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.[a-z][a-z0-9-]*")) throw noHost(line);
            return (below ? "*." : "") + address.host() + (address.isUsualPort() ? "" : ":" + address.port());
        } catch (RefusedAddress none) {
            throw noHost(line);
        }
    }

    private static Invalid noHost(String line) {
        return new Invalid("hosts", "platform.outgoing.hosts-none", line.substring(0, Math.min(60, line.length())));
    }
}
