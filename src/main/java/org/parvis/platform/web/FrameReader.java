package org.parvis.platform.web;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.springframework.web.context.request.RequestAttributes.SCOPE_REQUEST;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads what the frame shows of somebody: once for a page, and all of it in one statement, whoever asks first. */
@Component
public class FrameReader {

    private static final String ATTRIBUTE = FrameReader.class.getName();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final ObjectProvider<FrameData<?>> slots;
    private final Map<List<FrameData<?>>, String> texts = new ConcurrentHashMap<>();
    private volatile @Nullable List<FrameData<?>> whole;

    FrameReader(JdbcClient jdbc, ObjectProvider<FrameData<?>> slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    /** What this page has read already, else what is read now for the rest of it too. */
    public <T> T of(FrameData<T> data, long viewer) {
        var request = RequestContextHolder.currentRequestAttributes();
        if (!(request.getAttribute(ATTRIBUTE, SCOPE_REQUEST) instanceof Map<?, ?> values)) {
            request.setAttribute(ATTRIBUTE, read(whole(), viewer), SCOPE_REQUEST);
            return of(data, viewer);
        }
        return value(values, data);
    }

    /** What is so at this moment. */
    public <T> T now(FrameData<T> data, long viewer) {
        return value(read(List.of(data), viewer), data);
    }

    @SuppressWarnings("unchecked") // each stands under what read it
    private static <T> T value(Map<?, ?> values, FrameData<T> data) {
        return (T) requireNonNull(values.get(data));
    }

    // Looked up when a page first asks, and not earlier: those who fill the slot need this reader.
    private List<FrameData<?>> whole() {
        var known = whole;
        if (known == null) {
            known = slots.orderedStream().<FrameData<?>>map(data -> data).toList();
            whole = known;
        }
        return known;
    }

    private Map<FrameData<?>, Object> read(List<FrameData<?>> all, long viewer) {
        var values = new HashMap<FrameData<?>, Object>();
        var asked = new ArrayList<Question<?>>();
        for (var data : all) {
            var question = new Question<>(data, viewer);
            if (question.known() == null) asked.add(question);
            else values.put(data, question.known());
        }
        if (!asked.isEmpty()) {
            jdbc.sql(text(asked)).param("viewer", viewer).query(row -> {
                for (int i = 0; i < asked.size(); i++) {
                    values.put(asked.get(i).data(), asked.get(i).answer(row.getString(i + 1)));
                }
            });
        }
        return values;
    }

    // Only what is asked: to get ready for what is not costs the database as much as most of the answers.
    private String text(List<Question<?>> asked) {
        var data = asked.stream().<FrameData<?>>map(Question::data).toList();
        return texts.computeIfAbsent(
                data, first -> data.stream().map(FrameData::query).collect(joining("),\n(", "select (", ")")));
    }

    /** What is read of one person, unless it is known; {@code changes} is how many there were before it was asked. */
    private record Question<T>(
            FrameData<T> data,
            long viewer,
            long changes,
            @Nullable T known) {

        Question(FrameData<T> data, long viewer) {
            var awaited = data.awaited();
            // The changes first: not what was read before something came is kept after it.
            var changes = awaited == null ? 0 : awaited.changes();
            this(data, viewer, changes, awaited == null ? null : awaited.known(viewer));
        }

        Object answer(@Nullable String json) {
            var awaited = data.awaited();
            var read = data.read(JSON.readTree(json == null ? "null" : json));
            return awaited == null ? read : awaited.found(viewer, read, changes);
        }
    }
}
