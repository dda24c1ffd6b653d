package org.parvis.platform.mail;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What was written to whom, newest first. The text of a mail is kept only until a server has taken it. */
@Repository
public class OutgoingMail {

    /** A mail in the list; {@code problem} is why the last try failed. */
    public record Sheet(
            long id,
            @Nullable Long person,
            String recipient,
            String kind,
            String subject,
            String body,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable String problem) {}

    /** How mails leave: through which server as whose, how many wait, and why the last of these was not taken. */
    public record Delivery(
            String server,
            String from,
            long waiting,
            @Nullable String problem) {}

    private static final String COLUMNS = "id, person_id, recipient, kind, subject, body, created_at, sent_at, problem";

    private final JdbcClient jdbc;
    private final MailServer server;
    private final Clock clock;

    OutgoingMail(JdbcClient jdbc, MailServer server, Clock clock) {
        this.jdbc = jdbc;
        this.server = server;
        this.clock = clock;
    }

    /** Whether mails leave; if not, an administrator reads them out. */
    public boolean leaves() {
        return server.given();
    }

    /** Empty while no server is set. */
    public Optional<Delivery> delivery() {
        return server.name()
                .map(name -> jdbc.sql("""
                select count(*) as waiting, (array_agg(problem order by next_try_at desc)
                                               filter (where problem is not null))[1] as problem
                  from outgoing_mail
                 where sent_at is null and expires_at > :now
                """)
                        .param("now", utc(clock.instant()))
                        .query((row, number) ->
                                new Delivery(name, server.from(), row.getLong("waiting"), row.getString("problem")))
                        .single());
    }

    public Sheet find(long id) {
        return jdbc.sql("select " + COLUMNS + " from outgoing_mail where id = :id")
                .param("id", id)
                .query(OutgoingMail::sheet)
                .optional()
                .orElseThrow(() -> new NotFound("mail"));
    }

    /** To addresses in which that stands, newest first; an empty text narrows nothing. */
    public Slice<Sheet> newest(String address, Cursor before, int limit) {
        var rows = jdbc.sql("select " + COLUMNS + """
                  from outgoing_mail
                 where (created_at, id) < (:time, :id)
                   and (:address = '' or lower(recipient) like '%' || :address || '%')
                 order by created_at desc, id desc
                 limit :limit
                """)
                .param("time", utc(before.time()))
                .param("id", before.id())
                .param("address", address.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0"))
                .param("limit", limit + 1)
                .query(OutgoingMail::sheet)
                .list();
        return Slice.of(rows, limit, sheet -> Cursor.at(sheet.createdAt(), sheet.id()));
    }

    private static Sheet sheet(ResultSet row, int number) throws SQLException {
        return new Sheet(
                row.getLong("id"),
                row.getObject("person_id", Long.class),
                row.getString("recipient"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("body"),
                instant(row, "created_at"),
                instantOrNull(row, "sent_at"),
                row.getString("problem"));
    }
}
