package org.parvis.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Words to be found in a page as it came, without making text of it (Horspool's search: most bytes are skipped). */
final class Word {

    private final byte[] word;
    private final int[] skip = new int[256];

    private Word(byte[] word) {
        this.word = word;
        Arrays.fill(skip, word.length);
        for (var n = 0; n < word.length - 1; n++) {
            skip[word[n] & 0xff] = word.length - 1 - n;
        }
    }

    static Word of(String text) {
        return new Word(text.getBytes(UTF_8));
    }

    int length() {
        return word.length;
    }

    /** Where it begins, at or after {@code from}; -1 when nowhere. */
    int in(byte[] page, int from) {
        return in(page, from, page.length);
    }

    /** The same, ending before {@code end}. */
    int in(byte[] page, int from, int end) {
        var last = word.length - 1;
        for (var at = Math.max(from, 0); at + last < Math.min(end, page.length); at += skip[page[at + last] & 0xff]) {
            if (isAt(page, at)) return at;
        }
        return -1;
    }

    boolean isAt(byte[] page, int at) {
        return at >= 0
                && at + word.length <= page.length
                && Arrays.equals(page, at, at + word.length, word, 0, word.length);
    }

    /** The number that begins there; 0 when none does. */
    static int number(byte[] page, int at) {
        var number = 0;
        for (var n = at; n < page.length && page[n] >= '0' && page[n] <= '9'; n++) {
            number = number * 10 + page[n] - '0';
        }
        return number;
    }

    /** What stands there until the closing quotation mark. */
    static String value(byte[] page, int at) {
        var end = at;
        while (end < page.length && page[end] != '"') end++;
        return new String(page, at, end - at, UTF_8).replace("&amp;", "&");
    }
}
