package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Readership;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Whom the viewer may praise where: people who read it there, and communities that all who read it find. */
@Repository
@Transactional(readOnly = true)
class Praiseworthy {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    Praiseworthy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These people and this community, and those of exactly this name or address, of all whom the viewer sees. */
    List<Addressee> find(
            Viewer viewer,
            @Nullable CommunityId where,
            Collection<Long> people,
            @Nullable Long community,
            String name) {
        if (people.isEmpty() && community == null && name.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select p.id as who_id, p.name as who_name, p.job_title as who_job_title, p.site as who_site, p.photo as who_photo,
                       null::bigint as place_id, null as place_name, null::smallint as place_tone, null::bigint as place_picture,
                       p.id = any (:people) as chosen,
                       :name <> '' and (p.folded_name = fold(:name) or lower(p.email) = lower(:name)) as named, (%s) as reads,
                       exists (select from praise_country_off o where o.country = p.country) as off, p.sort_name as sorted
                  from visible_people(:viewer) p
                 where p.id <> :viewer and p.kind in ('employee', 'guest')
                   and (p.id = any (:people)
                        or :name <> '' and (p.folded_name = fold(:name) or lower(p.email) = lower(:name)))
                union all
                select null, null, null, null, null, c.id, c.name, c.tone, c.picture,
                       c.id is not distinct from :praised::bigint, :name <> '' and fold(c.name) = fold(:name),
                       c.archived_at is null and (c.listed or c.id is not distinct from :community::bigint), false,
                       fold(c.name)
                  from findable_communities(:viewer) c
                 where c.id = :praised::bigint or :name <> '' and fold(c.name) = fold(:name)
                 order by chosen desc, sorted, who_id, place_id
                 limit :shown
                """.formatted(Readership.READS))
                .param("viewer", viewer.id().value())
                .param("people", people.toArray(Long[]::new))
                .param("praised", community)
                .param("name", name)
                .param("community", where == null ? null : where.value())
                .param("shown", SHOWN)
                .query(Praiseworthy::one)
                .list();
    }

    /** A few communities with a name that begins so, of those that may be praised there. */
    List<PraisedPlace> places(Viewer viewer, @Nullable CommunityId where, String typed) {
        return jdbc.sql("""
                select c.id as place_id, c.name as place_name, c.tone as place_tone, c.picture as place_picture
                  from findable_communities(:viewer) c
                 where c.archived_at is null and (c.listed or c.id is not distinct from :community::bigint)
                   and fold(c.name) like fold(:typed) || '%'
                 order by fold(c.name), c.id
                 limit 4
                """)
                .param("viewer", viewer.id().value())
                .param("community", where == null ? null : where.value())
                .param("typed", typed)
                .query((row, number) -> PraisedPlace.of(row))
                .list();
    }

    private static Addressee one(ResultSet row, int number) throws SQLException {
        var person = row.getObject("who_id") != null;
        return new Addressee(
                person ? PersonCard.of(row, "who") : null,
                person ? null : PraisedPlace.of(row),
                row.getBoolean("chosen"),
                Boolean.TRUE.equals(row.getObject("named")),
                row.getBoolean("reads"),
                row.getBoolean("off"));
    }
}
