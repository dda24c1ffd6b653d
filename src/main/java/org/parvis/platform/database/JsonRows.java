package org.parvis.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A query whose rows come as JSON, so that one statement reads those of several.
 *
 * @param <R> a row: a record whose components are named as the columns, in camel case; numbers and times are read whole
 */
public final class JsonRows<R> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Class<R> row;
    private final String sql;
    private final Map<String, ?> parameters;
    private final boolean asked;
    private List<R> found = List.of();

    public JsonRows(Class<R> row, String sql, Map<String, ?> parameters) {
        this(row, sql, parameters, true);
    }

    /**
     * @param parameters what stands under the same name in another query of the statement is the same there
     * @param asked whether it is needed now; otherwise nothing is found
     */
    public JsonRows(Class<R> row, String sql, Map<String, ?> parameters, boolean asked) {
        this.row = row;
        this.sql = sql;
        this.parameters = parameters;
        this.asked = asked;
    }

    /**
     * Reads those that are asked in one statement; no statement when none is. Its text is that of the one that is asked, or
     * that of all of these: each connection keeps the plans of a few texts, and not of every choice among them.
     */
    public static void read(JdbcClient jdbc, List<JsonRows<?>> all) {
        var asked = all.stream().filter(one -> one.asked).toList();
        if (asked.size() == 1) {
            query(jdbc, asked);
        } else if (asked.size() > 1) {
            query(jdbc, all);
        }
    }

    private static void query(JdbcClient jdbc, List<JsonRows<?>> all) {
        var text = new StringJoiner(",\n", "select ", "");
        var parameters = new HashMap<String, Object>();
        for (int i = 0; i < all.size(); i++) {
            text.add("case when :asked" + i + " then (select json_agg(found) from (" + all.get(i).sql + ") found) end");
            parameters.put("asked" + i, all.get(i).asked);
            parameters.putAll(all.get(i).parameters);
        }
        jdbc.sql(text.toString()).params(parameters).query((RowCallbackHandler) answer -> {
            for (int i = 0; i < all.size(); i++) all.get(i).take(answer.getString(i + 1));
        });
    }

    /** What was read, in the query's order. */
    public List<R> found() {
        return found;
    }

    private void take(@Nullable String json) {
        found = json == null ? List.of() : JSON.readerForListOf(row).readValue(json);
    }
}
