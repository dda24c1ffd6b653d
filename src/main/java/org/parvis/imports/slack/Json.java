package org.parvis.imports.slack;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.function.Consumer;

/** JSON from strangers: one element of a list at a time, bounded in depth and length. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(8 << 20)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .build();

    private Json() {}

    /** Hands out the objects of a list. What came before a fault has been handed out when the fault is thrown. */
    static void elements(BoundedStream in, Consumer<JsonNode> elements) throws IOException {
        try (in;
                var parser = MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("no list");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                elements.accept(parser.readValueAsTree());
                in.nextElement();
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("no list of objects");
            }
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    /** How many objects a list holds, without looking into any of them. */
    static int count(BoundedStream in) throws IOException {
        try (in;
                var parser = MAPPER.createParser(in)) {
            int count = 0;
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    parser.skipChildren();
                    in.nextElement();
                    count++;
                }
            }
            return count;
        } catch (JacksonException e) {
            throw new IOException(e.getOriginalMessage(), e);
        }
    }

    /** Text or a number as text; null where there is nothing. */
    static @Nullable String text(JsonNode object, String name) {
        var value = object.path(name);
        return value.isString() && !value.stringValue().isEmpty() || value.isNumber() ? value.asString() : null;
    }

    static String textOrEmpty(JsonNode object, String name) {
        var text = text(object, name);
        return text == null ? "" : text;
    }

    static boolean yes(JsonNode object, String name) {
        return object.path(name).asBoolean(false);
    }
}
