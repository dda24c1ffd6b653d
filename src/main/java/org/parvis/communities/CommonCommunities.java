package org.parvis.communities;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.ProfileSection;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** On a profile: where this person is a member, as far as the viewer may see the members, those in common first. */
@Component
class CommonCommunities implements ProfileSection {

    private static final int SHOWN = 6;

    private final JdbcClient jdbc;
    private final Fragments fragments;

    CommonCommunities(JdbcClient jdbc, Fragments fragments) {
        this.jdbc = jdbc;
        this.fragments = fragments;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean beside() {
        return true;
    }

    @Override
    public @Nullable Content section(Page page, Viewer viewer, PersonId person) {
        var theirs = of(viewer, person);
        return theirs.isEmpty()
                ? null
                : fragments.of(
                        "communities/common", Map.of("page", page, "communities", theirs, "mine", viewer.is(person)));
    }

    private List<Community> of(Viewer viewer, PersonId person) {
        return jdbc.sql("""
                select * from (
                    select %s
                      from readable_communities(:viewer) c
                      join membership theirs on theirs.community_id = c.id and theirs.person_id = :person
                     where c.archived_at is null
                ) theirs
                 order by coalesce(standing in ('member', 'owner'), false) desc, active_at desc, id desc
                 limit :shown
                """.formatted(Community.COLUMNS))
                .param("viewer", viewer.id().value())
                .param("person", person.value())
                .param("shown", SHOWN)
                .query(Community::of)
                .list();
    }
}
