package org.parvis.platform.files;

import org.parvis.platform.web.Invalid;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Captions in WebVTT (W3C) and SubRip, read with patience and written anew in WebVTT: times, places and marked text, in
 * the order of time. Styles, regions and notes go.
 */
final class WebVtt {

    /** The largest upload, in bytes. */
    static final int MOST = 512 * 1024;

    /** The longest that is written of one, in characters. */
    static final int LONGEST = 1_000_000;

    private static final String ARROW = "-->";

    private final String field;
    private final List<Cue> cues = new ArrayList<>();

    private WebVtt(String field) {
        this.field = field;
    }

    /** Throws {@code Invalid(field, …)} for what is no captions, and says in which line. */
    static String rewritten(String field, byte[] upload) {
        if (upload.length > MOST) throw new Invalid(field, "platform.captions.heavy", MOST / 1024);
        var captions = new WebVtt(field);
        captions.read(text(upload).lines().toList());
        return captions.print();
    }

    private void read(List<String> lines) {
        var from = 0;
        while (from < lines.size()) {
            var end = from;
            while (end < lines.size() && !lines.get(end).isBlank()) end++;
            if (end > from) readBlock(lines.subList(from, end), from);
            from = end + 1;
        }
    }

    private void readBlock(List<String> block, int before) {
        if (block.getFirst().matches("(WEBVTT|NOTE|STYLE|REGION)(\\s.*)?")) return;
        // Above the times may stand a name or a number.
        var times = block.getFirst().contains(ARROW) || block.size() == 1 ? 0 : 1;
        var cue = Cue.at(block.get(times))
                .orElseThrow(() -> new Invalid(field, "platform.captions.time", before + times + 1));
        var words = CueText.of(String.join("\n", block.subList(times + 1, block.size())));
        if (!words.isEmpty()) cues.add(cue.saying(words));
    }

    private String print() {
        if (cues.isEmpty()) throw new Invalid(field, "platform.captions.none");
        var written = cues.stream()
                .sorted(Comparator.comparingLong(Cue::from))
                .map(Cue::print)
                .collect(Collectors.joining("\n", "WEBVTT\n\n", ""));
        if (written.length() > LONGEST) throw new Invalid(field, "platform.captions.heavy", MOST / 1024);
        return written;
    }

    // SubRip is often in the Windows of western Europe.
    private static String text(byte[] upload) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(upload))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException older) {
            return new String(upload, Charset.forName("windows-1252"));
        }
    }
}
