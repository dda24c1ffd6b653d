package org.parvis.platform.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What templates drew of one thing, kept as bytes for all who are shown it in the same way: most of a list is the same for
 * everybody who reads it. What is each reader's own is left open, as {@link Page#own} says, and drawn anew each time. Lives
 * as long as the thing as it stands, so that nothing is drawn of what it was before.
 */
public final class Drawings {

    /** What is left open in a drawing, for the page and the thing of whoever reads it. */
    @FunctionalInterface
    public interface Own<T> {

        @Nullable
        Content of(Page page, T thing);
    }

    /** Ways to show a thing that are kept; what is shown in more ways is drawn anew in the others. */
    private static final int MOST = 16;

    private record Way(String language, Object way) {}

    private final Map<Way, Drawing> drawn = new ConcurrentHashMap<>();

    /**
     * The thing as a template draws it.
     *
     * @param thing as this reader has it; what is left open is drawn of it
     * @param way all that the template looks at and that is not the same for everybody, beside the language and what is left
     *     open; with equals and hashCode
     * @param content what the template draws where it has not been drawn in this way
     */
    public <T> Content of(Page page, T thing, Object way, Content content) {
        return output -> {
            var key = new Way(page.language(), way);
            var drawing = drawn.get(key);
            if (drawing == null) {
                drawing = Drawing.of(page, content);
                if (drawn.size() < MOST) drawn.put(key, drawing);
            }
            drawing.writeTo(output, page, thing);
        };
    }

    /** Bytes, and between each of them and the next what is left open. */
    private record Drawing(List<byte[]> pieces, List<Own<Object>> open) {

        static Drawing of(Page page, Content content) {
            var underway = new Underway();
            page.draw(underway);
            try {
                content.writeTo(new OwaspHtmlTemplateOutput(underway.output));
            } finally {
                page.draw(null);
            }
            return underway.end();
        }

        void writeTo(TemplateOutput output, Page page, Object thing) {
            output.writeBinaryContent(pieces.getFirst());
            for (int number = 0; number < open.size(); number++) {
                output.writeUserContent(open.get(number).of(page, thing));
                output.writeBinaryContent(pieces.get(number + 1));
            }
        }
    }

    /** A drawing as long as its template is at it. */
    static final class Underway {

        private final Utf8ByteOutput output = new Utf8ByteOutput();
        private final List<Integer> ends = new ArrayList<>();
        private final List<Own<Object>> open = new ArrayList<>();

        <T> void leaveOpen(Class<T> type, Own<T> own) {
            ends.add(output.getContentLength());
            open.add((page, thing) -> own.of(page, type.cast(thing)));
        }

        private Drawing end() {
            var bytes = output.toByteArray();
            var pieces = new ArrayList<byte[]>();
            int from = 0;
            for (var end : ends) {
                pieces.add(Arrays.copyOfRange(bytes, from, end));
                from = end;
            }
            pieces.add(Arrays.copyOfRange(bytes, from, bytes.length));
            return new Drawing(List.copyOf(pieces), List.copyOf(open));
        }
    }
}
