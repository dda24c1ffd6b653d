package org.parvis.praise;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.access.Agent;
import org.parvis.access.Audit;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What the network praises for, and in which countries nobody is praised: for administrators to say. */
@Service
@Transactional
class PraiseValues {

    /** The most values there are at a time. */
    static final int MOST = 30;

    private static final int SHOWN = 100;

    private final JdbcClient jdbc;
    private final Pictures pictures;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    PraiseValues(JdbcClient jdbc, Pictures pictures, Audit audit, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** All of them in their order, those that are given no more at the end. */
    @Transactional(readOnly = true)
    public List<KeptValue> all(Viewer viewer) {
        return read(viewer, "true");
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public KeptValue find(Viewer viewer, long id) {
        return read(viewer, "v.id = " + id).stream().findFirst().orElseThrow(() -> new NotFound("value " + id));
    }

    private List<KeptValue> read(Viewer viewer, String which) {
        return jdbc.sql("""
                select %s, v.names::text as names, v.retired_at is not null as retired
                  from praise_value v
                 where %s
                 order by v.retired_at nulls first, v.position, v.id
                 limit :shown
                """.formatted(PraiseValue.COLUMNS, which))
                .param("language", viewer.locale().getLanguage())
                .param("shown", SHOWN)
                .query(this::kept)
                .list();
    }

    /** Adds one as the last. */
    public long add(Viewer by, ValueForm form) {
        var names = form.checked();
        var added = jdbc.sql("""
                insert into praise_value (names, icon, position)
                select :names::jsonb, :icon, coalesce(max(position), 0) + 1
                  from praise_value
                having count(*) filter (where retired_at is null) < :most
                returning id
                """)
                .param("names", json.writeValueAsString(names))
                .param("icon", form.icon())
                .param("most", MOST)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Invalid("icon", "praise.values.too-many", MOST));
        audit.record(Agent.onPage(by.id()), "praise value added", null, Map.of("name", first(names)));
        return added;
    }

    /** Gives it other names or another icon, wherever it stands. */
    public void change(Viewer by, long id, ValueForm form) {
        var names = form.checked();
        update(
                id,
                jdbc.sql("update praise_value set names = names || :names::jsonb, icon = :icon where id = :id")
                        .param("names", json.writeValueAsString(names))
                        .param("icon", form.icon())
                        .param("id", id)
                        .update());
        audit.record(Agent.onPage(by.id()), "praise value changed", null, Map.of("name", first(names)));
    }

    /** Nobody is praised for it from now on; what was given stays. */
    public void retire(Viewer by, long id) {
        var value = find(by, id);
        if (!value.retired()) {
            jdbc.sql("update praise_value set retired_at = :now where id = :id and retired_at is null")
                    .param("now", utc(clock.instant()))
                    .param("id", id)
                    .update();
            audit.record(
                    Agent.onPage(by.id()),
                    "praise value retired",
                    null,
                    Map.of("name", value.value().name()));
        }
    }

    /** People are praised for it again; it stands where it stood. */
    public void takeUp(Viewer by, long id) {
        var value = find(by, id);
        if (value.retired()) {
            var room = jdbc.sql("""
                    update praise_value set retired_at = null
                     where id = :id and (select count(*) from praise_value where retired_at is null) < :most
                    """).param("id", id).param("most", MOST).update();
            if (room == 0) {
                throw new Invalid("icon", "praise.values.too-many", MOST);
            }
            audit.record(
                    Agent.onPage(by.id()),
                    "praise value added",
                    null,
                    Map.of("name", value.value().name()));
        }
    }

    /** Lets it change places with the one before it; the first stays. */
    public void advance(long id) {
        jdbc.sql("lock table praise_value in share row exclusive mode").update();
        jdbc.sql("""
                with numbered as (
                    select v.id, row_number() over (order by v.position, v.id) as nth
                      from praise_value v
                     where v.retired_at is null
                ),
                mine as (select nth from numbered where id = :id and nth > 1)
                update praise_value v
                   set position = case n.nth when m.nth then m.nth - 1 when m.nth - 1 then m.nth else n.nth end
                  from numbered n, mine m
                 where v.id = n.id
                """).param("id", id).update();
    }

    /** Shows this picture instead of the icon, or the icon again; the earlier picture is forgotten. */
    public void picture(long id, @Nullable Long file) {
        var earlier = jdbc.sql("select picture from praise_value where id = :id for update")
                .param("id", id)
                .query((row, number) -> row.getObject("picture", Long.class))
                .list();
        update(
                id,
                jdbc.sql("update praise_value set picture = :file::bigint where id = :id")
                        .param("file", file)
                        .param("id", id)
                        .update());
        earlier.stream().filter(old -> old != null).forEach(pictures::forget);
    }

    /** The countries in which praise is switched off. */
    @Transactional(readOnly = true)
    public List<String> off() {
        return jdbc.sql("select country from praise_country_off order by country limit 300")
                .query((row, number) -> row.getString("country"))
                .list();
    }

    /** The countries in which people of the directory are. */
    @Transactional(readOnly = true)
    public List<String> countries() {
        return jdbc.sql("""
                select country from person where country is not null and deleted_at is null
                union
                select country from praise_country_off
                 order by 1
                 limit 300
                """).query((row, number) -> row.getString("country")).list();
    }

    /** Switches praise off in these countries, and on in all others. */
    public void switchOff(Viewer by, List<String> countries) {
        var known = countries().stream().filter(countries::contains).toList();
        jdbc.sql("delete from praise_country_off where country <> all (:countries)")
                .param("countries", known.toArray(String[]::new))
                .update();
        jdbc.sql("insert into praise_country_off select unnest(:countries) on conflict do nothing")
                .param("countries", known.toArray(String[]::new))
                .update();
        audit.record(
                Agent.onPage(by.id()),
                "praise switched off",
                null,
                Map.of("countries", known.isEmpty() ? "–" : String.join(", ", known)));
    }

    private static String first(Map<String, String> names) {
        return names.values().stream().findFirst().orElse("");
    }

    private static void update(long id, int rows) {
        if (rows == 0) {
            throw new NotFound("value " + id);
        }
    }

    private KeptValue kept(ResultSet row, int number) throws SQLException {
        return new KeptValue(
                PraiseValue.of(row),
                json.readValue(row.getString("names"), new TypeReference<Map<String, String>>() {}),
                row.getBoolean("retired"));
    }
}
