package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The OpenAPI description as a program reads it, able to tell whether an answer is as it says (JSON Schema 2020-12). */
record Description(Map<String, Object> document) {

    Map<String, Map<String, Map<String, Object>>> paths() {
        return at(document, "paths");
    }

    /** The schema of what a route answers with this status, or null where it answers nothing. */
    @Nullable
    Map<String, Object> answer(Map<String, Object> operation, int status) {
        Map<String, Map<String, Object>> responses = at(operation, "responses");
        var response = resolve(Objects.requireNonNull(responses.get(Integer.toString(status)), "no answer " + status));
        Map<String, Map<String, Map<String, Object>>> content = at(response, "content");
        return content == null || content.isEmpty()
                ? null
                : content.values().iterator().next().get("schema");
    }

    /** What stands behind a reference, or the thing itself. */
    Map<String, Object> resolve(Map<String, Object> thing) {
        if (!(thing.get("$ref") instanceof String reference)) {
            return thing;
        }
        var found = document;
        for (var step : reference.substring(2).split("/")) {
            found = Objects.requireNonNull(Description.<Map<String, Object>>at(found, step), reference);
        }
        return found;
    }

    /** Fails unless the value is as the schema says, and says nothing that the schema does not know. */
    void check(String place, @Nullable Object value, Map<String, Object> described) {
        var schema = resolve(described);
        if (schema.get("anyOf") instanceof List<?> choices) {
            if (value != null) {
                check(place, value, choice(choices));
            }
            return;
        }
        var types = schema.get("type") instanceof List<?> several
                ? several
                : List.of(Objects.requireNonNull(schema.get("type"), place));
        assertThat(types).as(place).asList().contains(type(value));
        if (schema.get("enum") instanceof List<?> words) {
            assertThat(words).as(place).asList().contains(value);
        }
        if (value instanceof Map<?, ?> object) {
            checkObject(place, object, schema);
        } else if (value instanceof List<?> items) {
            Map<String, Object> item = at(schema, "items");
            items.forEach(each -> check(place + "[]", each, item));
        }
    }

    private void checkObject(String place, Map<?, ?> object, Map<String, Object> schema) {
        Map<String, Map<String, Object>> properties = at(schema, "properties");
        if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
            object.values().forEach(value -> check(place + ".*", value, cast(any)));
            return;
        }
        var fields = Set.<Object>copyOf(object.keySet());
        assertThat(fields).as(place).isSubsetOf(properties.keySet());
        List<String> required = at(schema, "required");
        assertThat(fields).as(place).containsAll(required == null ? List.of() : required);
        properties.forEach((name, property) -> {
            if (object.containsKey(name)) {
                check(place + "." + name, object.get(name), property);
            }
        });
    }

    private Map<String, Object> choice(List<?> choices) {
        return choices.stream()
                .map(Description::<Map<String, Object>>cast)
                .filter(choice -> !Objects.equals(choice.get("type"), "null"))
                .findFirst()
                .orElseThrow();
    }

    private static String type(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "string";
            case Boolean truth -> "boolean";
            case Integer number -> "integer";
            case Long number -> "integer";
            case Map<?, ?> object -> "object";
            case List<?> list -> "array";
            default -> value.getClass().getName();
        };
    }

    private static <T> T at(Map<String, ?> map, String key) {
        return cast(map.get(key));
    }

    // JSON knows no types: whoever asks says what is expected, and whether it may be missing.
    @SuppressWarnings({"unchecked", "NullAway"})
    private static <T> T cast(@Nullable Object value) {
        return (T) value;
    }
}
