package org.parvis.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One text in one language. Most have no arguments, or words alone: those are put together without ICU. What depends on
 * numbers alone is formatted once for each.
 */
final class Sentence {

    /** Of one sentence; more numbers than these are formatted anew each time. */
    private static final int KEPT = 500;

    private final String pattern;
    private final Locale language;
    private final boolean elides;
    private final boolean plain;
    private final List<Piece> pieces;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<List<Object>, String> numbered = new ConcurrentHashMap<>();

    /** Words as they are, or the argument of that number. */
    private record Piece(String words, int argument) {}

    Sentence(String pattern, Locale language) {
        this.pattern = pattern;
        this.language = language;
        elides = language.equals(Locale.FRENCH) && Elision.mayOccur(pattern);
        pieces = pattern.indexOf('\'') < 0 && !elides ? pieces(pattern) : List.of();
        plain = pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    String with(Object[] arguments) {
        if (plain) {
            return pattern;
        } else if (!pieces.isEmpty() && Arrays.stream(arguments).allMatch(String.class::isInstance)) {
            return joined(arguments);
        } else if (arguments.length > 0 && Arrays.stream(arguments).allMatch(Sentence::isWhole)) {
            return numbered(List.of(arguments));
        } else {
            return formatted(arguments);
        }
    }

    private static boolean isWhole(Object argument) {
        return argument instanceof Integer || argument instanceof Long;
    }

    private String joined(Object[] arguments) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            text.append(piece.words);
            if (piece.argument >= arguments.length) {
                text.append('{').append(piece.argument).append('}');
            } else if (piece.argument >= 0) {
                text.append(arguments[piece.argument]);
            }
        }
        return text.toString();
    }

    private String numbered(List<Object> numbers) {
        var known = numbered.get(numbers);
        if (known != null) return known;
        var text = formatted(numbers.toArray());
        if (numbered.size() < KEPT) numbered.put(numbers, text);
        return text;
    }

    private String formatted(Object[] arguments) {
        var spoken = elides ? Elision.in(pattern, arguments) : pattern;
        var format = formats.computeIfAbsent(spoken, words -> new MessageFormat(words, ULocale.forLocale(language)));
        // ICU's formats are not safe for several threads at once.
        return ((MessageFormat) format.clone()).format(arguments);
    }

    // Nothing where an argument says how it is to be formatted: that is ICU's.
    private static List<Piece> pieces(String pattern) {
        var found = new ArrayList<Piece>();
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            int close = pattern.indexOf('}', at);
            if (open < 0) {
                if (close >= 0) return List.of();
                found.add(new Piece(pattern.substring(at), -1));
                return found;
            }
            if (close != open + 2 || !Character.isDigit(pattern.charAt(open + 1))) return List.of();
            found.add(new Piece(pattern.substring(at, open), pattern.charAt(open + 1) - '0'));
            at = close + 1;
        }
        return found;
    }
}
