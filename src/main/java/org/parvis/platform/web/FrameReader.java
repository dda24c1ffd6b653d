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

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads what the frame shows of somebody: once for a page, and all of it in one statement, whoever asks first. */
@Component
public class FrameReader {

    private static final String ATTRIBUTE = FrameReader.class.getName();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final ObjectProvider<FrameData<?>> slots;
    private volatile @Nullable Reading whole;

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
        return value(read(Reading.of(List.of(data)), viewer), data);
    }

    @SuppressWarnings("unchecked") // each stands under what read it
    private static <T> T value(Map<?, ?> values, FrameData<T> data) {
        return (T) requireNonNull(values.get(data));
    }

    // Put together when a page first asks, and not earlier: those who fill the slot need this reader.
    private Reading whole() {
        var known = whole;
        if (known == null) {
            known = Reading.of(slots.orderedStream().toList());
            whole = known;
        }
        return known;
    }

    private Map<FrameData<?>, Object> read(Reading reading, long viewer) {
        var questions =
                reading.all().stream().map(data -> new Question<>(data, viewer)).toList();
        if (questions.stream().noneMatch(Question::asked)) return known(questions);
        var query = jdbc.sql(reading.sql()).param("viewer", viewer);
        for (int i = 0; i < questions.size(); i++) {
            query = query.param("asked" + i, questions.get(i).asked());
        }
        return query.query((row, number) -> read(questions, row)).single();
    }

    private static Map<FrameData<?>, Object> known(List<? extends Question<?>> questions) {
        var values = new HashMap<FrameData<?>, Object>();
        questions.forEach(question -> values.put(question.data(), question.answer(null)));
        return values;
    }

    private static Map<FrameData<?>, Object> read(List<? extends Question<?>> questions, ResultSet row)
            throws SQLException {
        var values = new HashMap<FrameData<?>, Object>();
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            values.put(question.data(), question.answer(row.getString(i + 1)));
        }
        return values;
    }

    /** What is read together, in one text that is the same for everybody. */
    private record Reading(List<FrameData<?>> all, String sql) {

        // What is not asked costs nothing: its case is not evaluated.
        static Reading of(List<FrameData<?>> all) {
            var cases = IntStream.range(0, all.size())
                    .mapToObj(i -> "case when :asked%d then (%s) end"
                            .formatted(i, all.get(i).query()));
            return new Reading(all, cases.collect(joining(",\n", "select ", "")));
        }
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

        boolean asked() {
            return known == null;
        }

        Object answer(@Nullable String json) {
            if (known != null) return known;
            var awaited = data.awaited();
            var read = data.read(JSON.readTree(json == null ? "null" : json));
            return awaited == null ? read : awaited.found(viewer, read, changes);
        }
    }
}
