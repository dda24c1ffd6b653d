package org.parvis.announcements;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Spreadsheet;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who has read an announcement and who has not: for its author and for editors, everything here is {@link Forbidden} to others. */
@Service
@Transactional
public class Readers {

    /** So long after it was published, or after a reminder, there is no other one. */
    static final Duration PAUSE = Duration.ofHours(24);

    private static final int FETCH = 500;

    /** Somebody it is brought to, and when they confirmed, if they did. */
    public record Reader(PersonCard person, @Nullable Instant at) {}

    private static final String REACHED = """
              from announcement a
              join post p on p.id = a.post_id
             cross join lateral %s
              join visible_people(:viewer) who on who.id = t.id
              left join announcement_reading r on r.post_id = a.post_id and r.person_id = t.id
             where a.post_id = :post and a.settled_at is null and t.id <> p.author_id
            """.formatted(Targeting.OF_ANNOUNCEMENT);

    private final JdbcClient jdbc;
    private final Announcements announcements;
    private final Clock clock;

    Readers(JdbcClient jdbc, Announcements announcements, Clock clock) {
        this.jdbc = jdbc;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** How many people it is brought to, how many saw it and how many confirmed it. */
    @Transactional(readOnly = true)
    public Reach reach(Viewer viewer, PostId id) {
        var announcement = announcements.lookedAfter(viewer, id);
        return announcement.settled() ? settled(id) : counted(id);
    }

    private Reach settled(PostId id) {
        return jdbc.sql(
                        "select reached, seen, acknowledged, null::timestamptz as told_at from announcement where post_id = :post")
                .param("post", id.value())
                .query(Reach::of)
                .single();
    }

    private Reach counted(PostId id) {
        return jdbc.sql(Reach.COUNTED)
                .param("post", id.value())
                .query(Reach::of)
                .single();
    }

    /** Who confirmed, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Reader> done(Viewer viewer, PostId id, Cursor after, int limit) {
        announcements.lookedAfter(viewer, id);
        var rows = jdbc.sql("""
                select %s, r.acknowledged_at
                  from announcement_reading r
                  join visible_people(:viewer) who on who.id = r.person_id
                 where r.post_id = :post and r.acknowledged_at is not null
                   and (r.acknowledged_at, r.person_id) < (:at, :person)
                 order by r.acknowledged_at desc, r.person_id desc
                 limit :limit
                """.formatted(PersonCard.columns("who")))
                .param("viewer", viewer.id().value())
                .param("post", id.value())
                .param("at", utc(after.time()))
                .param("person", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Reader(PersonCard.of(row, "who"), instant(row, "acknowledged_at")))
                .list();
        return Slice.of(
                rows,
                limit,
                reader -> Cursor.at(
                        reader.at() == null ? Instant.EPOCH : reader.at(),
                        reader.person().id().value()));
    }

    /** Who is asked to confirm and has not, by name. */
    @Transactional(readOnly = true)
    public Slice<Reader> missing(Viewer viewer, PostId id, @Nullable Cursor after, int limit) {
        announcements.lookedAfter(viewer, id);
        var rows = jdbc.sql("""
                select %s, who.sort_name
                %s
                   and a.acknowledge and r.acknowledged_at is null
                   and (who.sort_name, who.id) > (:name, :person)
                 order by who.sort_name, who.id
                 limit :limit
                """.formatted(PersonCard.columns("who"), REACHED))
                .param("viewer", viewer.id().value())
                .param("post", id.value())
                .param("name", after == null ? "" : after.key())
                .param("person", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query((row, number) ->
                        new Named(new Reader(PersonCard.of(row, "who"), null), row.getString("sort_name")))
                .list();
        return Slice.of(
                        rows,
                        limit,
                        named -> new Cursor(
                                named.name(), named.reader().person().id().value()))
                .map(Named::reader);
    }

    private record Named(Reader reader, String name) {}

    /**
     * Reminds those who have not confirmed.
     *
     * @throws Conflict when nobody is asked any more, or they were told less than a day ago
     */
    public void remind(Viewer viewer, PostId id) {
        jdbc.sql("select 1 from announcement where post_id = :post for update")
                .param("post", id.value())
                .query(Integer.class)
                .optional();
        var announcement = announcements.lookedAfter(viewer, id);
        var now = clock.instant();
        if (!announcement.acknowledge()
                || announcement.settled()
                || !announcement.expiresAt().isAfter(now)) {
            throw new Conflict("announcements.over");
        }
        var told = counted(id).toldAt();
        if (told != null && told.plus(PAUSE).isAfter(now)) {
            throw new Conflict("announcements.reminded-lately");
        }
        announcements.begin(viewer, id, true);
    }

    /** Everybody who is asked to confirm, by name, as a file for a spreadsheet. */
    @Transactional(readOnly = true)
    public void export(Viewer viewer, PostId id, Page page, OutputStream stream) {
        announcements.lookedAfter(viewer, id);
        try (var sheet = new Spreadsheet(stream, page.locale())) {
            sheet.line(List.of("name", "job", "department", "site", "confirmed").stream()
                    .map(column -> page.text("announcements.column." + column))
                    .toArray(String[]::new));
            jdbc.sql("""
                    select who.name, who.job_title, who.department, who.site, r.acknowledged_at
                    %s
                       and a.acknowledge
                     order by who.sort_name, who.id
                    """.formatted(REACHED))
                    .withFetchSize(FETCH)
                    .param("viewer", viewer.id().value())
                    .param("post", id.value())
                    .query((RowCallbackHandler) row -> {
                        var at = instantOrNull(row, "acknowledged_at");
                        sheet.line(
                                row.getString("name"),
                                row.getString("job_title"),
                                row.getString("department"),
                                row.getString("site"),
                                at == null ? null : at.toString());
                    });
        }
    }
}
