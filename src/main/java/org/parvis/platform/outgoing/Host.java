package org.parvis.platform.outgoing;

import com.ibm.icu.text.IDNA;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hosts in one spelling, as browsers read them (WHATWG URL, section 3.5): whatever may stand for a number is one. */
final class Host {

    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final int LONGEST = 253;

    private Host() {}

    /** A name in lower-case ASCII, an IPv4 address as four numbers, or an IPv6 address in brackets. */
    static String of(String text) throws RefusedAddress {
        if (text.startsWith("[")) return literal(text);
        var name = ascii(text);
        if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
        if (NUMBER_AT_END.matcher(name).matches()) return number(name);
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) throw new RefusedAddress("no host");
        return name;
    }

    private static String ascii(String text) throws RefusedAddress {
        if (text.chars().allMatch(c -> c < 128)) return text.toLowerCase(Locale.ROOT);
        var name = new StringBuilder();
        var info = new IDNA.Info();
        NAMES.nameToASCII(text, name, info);
        if (info.hasErrors()) throw new RefusedAddress("no international name");
        return name.toString();
    }

    private static String literal(String text) throws RefusedAddress {
        try {
            var inside = text.substring(1, text.length() - 1);
            if (inside.indexOf('%') >= 0) throw new RefusedAddress("of one link alone");
            // A mapped address is the one it maps.
            var address = Inet6Address.ofLiteral(inside);
            return address instanceof Inet4Address ? address.getHostAddress() : "[" + address.getHostAddress() + "]";
        } catch (IllegalArgumentException | IndexOutOfBoundsException noLiteral) {
            throw new RefusedAddress("no IPv6 address");
        }
    }

    private static String number(String name) throws RefusedAddress {
        var parts = name.split("\\.", -1);
        if (parts.length > 4) throw new RefusedAddress("no IPv4 address");
        var value = 0L;
        for (var at = 0; at < parts.length; at++) {
            var part = part(parts[at]);
            var bits = at == parts.length - 1 ? 8 * (4 - at) : 8;
            if (part >= 1L << bits) throw new RefusedAddress("no IPv4 address");
            value = value << bits | part;
        }
        return "%d.%d.%d.%d".formatted(value >> 24, value >> 16 & 255, value >> 8 & 255, value & 255);
    }

    private static long part(String digits) throws RefusedAddress {
        try {
            if (digits.matches("0x[0-9a-f]{0,12}")) {
                return digits.length() == 2 ? 0 : Long.parseLong(digits.substring(2), 16);
            } else if (digits.matches("0[0-7]{1,16}")) {
                return Long.parseLong(digits, 8);
            } else if (digits.matches("0|[1-9]\\d{0,12}")) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException tooLarge) {
            throw new RefusedAddress("no IPv4 address");
        }
        throw new RefusedAddress("no IPv4 address");
    }
}
