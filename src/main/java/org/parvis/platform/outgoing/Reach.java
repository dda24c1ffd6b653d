package org.parvis.platform.outgoing;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public internet, by the registries of special addresses (RFC 6890 and its successors). */
final class Reach {

    /** Never asked, whatever is allowed: of one machine or link alone, of nobody, or where clouds tell secrets. */
    private static final List<Range> NEVER = ranges("""
            0.0.0.0/8 169.254.0.0/16 192.0.0.0/24 224.0.0.0/4 240.0.0.0/4 100.100.100.200/32 168.63.129.16/32
            ::/128 fe80::/10 ff00::/8 fd00:ec2::254/128 fd20:ce::254/128 64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/32
            """);

    /** Of a house, for documentation, for tests, or translated from another address. */
    private static final List<Range> INSIDE = ranges("""
            10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 172.16.0.0/12 192.168.0.0/16 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24
            192.88.99.0/24 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 2001::/23 2001:db8::/32 3fff::/20
            """);

    // Of IPv6 nothing else has been given out.
    private static final Range GIVEN_OUT = Range.of("2000::/3");

    private Reach() {}

    static boolean isPublic(InetAddress address) {
        return !isNever(address)
                && INSIDE.stream().noneMatch(range -> range.holds(address))
                && (address.getAddress().length == 4 || GIVEN_OUT.holds(address));
    }

    /** Whether not even a host that is allowed may have it. */
    static boolean isNever(InetAddress address) {
        return NEVER.stream().anyMatch(range -> range.holds(address));
    }

    private static List<Range> ranges(String text) {
        return Stream.of(text.strip().split("\\s+")).map(Range::of).toList();
    }

    private record Range(int length, BigInteger prefix, int shift) {

        static Range of(String text) {
            var parts = text.split("/");
            var bytes = InetAddress.ofLiteral(parts[0]).getAddress();
            var shift = 8 * bytes.length - Integer.parseInt(parts[1]);
            return new Range(bytes.length, new BigInteger(1, bytes).shiftRight(shift), shift);
        }

        boolean holds(InetAddress address) {
            var bytes = address.getAddress();
            return bytes.length == length
                    && new BigInteger(1, bytes).shiftRight(shift).equals(prefix);
        }
    }
}
