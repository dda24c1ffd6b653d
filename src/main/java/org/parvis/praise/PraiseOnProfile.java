package org.parvis.praise;

import static org.parvis.platform.time.Times.instant;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.ProfileSection;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Excerpt;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;

/** On a profile, what its person was praised for: what the viewer may read, and counted of that alone. */
@Component
class PraiseOnProfile implements ProfileSection {

    private static final int SHOWN = 3;
    private static final int WORDS = 140;

    private final JdbcClient jdbc;
    private final FirstPraise first;
    private final Fragments fragments;

    PraiseOnProfile(JdbcClient jdbc, FirstPraise first, Fragments fragments) {
        this.jdbc = jdbc;
        this.first = first;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public @Nullable Content section(Page page, Viewer viewer, PersonId person) {
        if (!first.isGiven()) {
            return null;
        }
        var received = received(viewer, person);
        return received.counts().isEmpty()
                ? null
                : fragments.of("praise/received", Map.of("page", page, "received", received));
    }

    /** In one statement: the first row of each value has its count, the first rows of all are the latest. */
    Received received(Viewer viewer, PersonId person) {
        var counts = new ArrayList<Received.Count>();
        var latest = new ArrayList<Received.Latest>();
        jdbc.sql("""
                with readable as (
                    select g.value_id, p.id, p.author_id, p.text, p.published_at,
                           row_number() over (order by p.published_at desc, p.id desc) as nth,
                           row_number() over (partition by g.value_id order by p.published_at desc, p.id desc) as nth_of_value,
                           count(*) over (partition by g.value_id) as times
                      from praise_person to_whom
                      join praise g on g.post_id = to_whom.post_id
                      join readable_posts(:viewer) p on p.id = g.post_id
                     where to_whom.person_id = :person
                       and not exists (select from person who
                                         join praise_country_off o on o.country = who.country
                                        where who.id = :person)
                )
                select r.id, r.text, r.published_at, r.nth, r.nth_of_value, r.times, %s, %s
                  from readable r
                  join praise_value v on v.id = r.value_id
                  join person author on author.id = r.author_id
                 where r.nth <= :shown or r.nth_of_value = 1
                 order by r.nth
                """.formatted(PraiseValue.COLUMNS, PersonCard.columns("author")))
                .param("viewer", viewer.id().value())
                .param("person", person.value())
                .param("language", viewer.locale().getLanguage())
                .param("shown", SHOWN)
                .query((RowCallbackHandler) row -> {
                    var value = PraiseValue.of(row);
                    if (row.getLong("nth_of_value") == 1) {
                        counts.add(new Received.Count(value, row.getLong("times")));
                    }
                    if (row.getLong("nth") <= SHOWN) {
                        latest.add(new Received.Latest(
                                new PostId(row.getLong("id")),
                                value,
                                PersonCard.of(row, "author"),
                                Excerpt.of(row.getString("text"), WORDS),
                                instant(row, "published_at")));
                    }
                });
        counts.sort(Comparator.comparingLong(Received.Count::times).reversed());
        return new Received(counts, latest);
    }
}
