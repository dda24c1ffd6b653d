package org.parvis.announcements;

import org.jspecify.annotations.Nullable;
import org.parvis.access.NetworkRole;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Forbidden;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who announces: editors of the network wherever they may post, owners in their communities. */
@Component
class AnnouncingRight {

    private final JdbcClient jdbc;

    AnnouncingRight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Forbidden unless the viewer may announce there; null is their wall */
    void check(Viewer viewer, @Nullable CommunityId place) {
        var may = jdbc.sql("""
                select exists (select from network_role where person_id = :viewer and role = 'editor')
                    or exists (select from membership
                                where community_id = :place::bigint and person_id = :viewer and role = 'owner')
                """)
                .param("viewer", viewer.id().value())
                .param("place", place == null ? null : place.value())
                .query(Boolean.class)
                .single();
        if (!may) {
            throw new Forbidden("only editors and owners announce");
        }
    }

    /** Whether whoever asks now is an editor, as their session or token says; for what a page offers. */
    static boolean isEditor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(held -> ("ROLE_" + NetworkRole.EDITOR.name()).equals(held.getAuthority()));
    }
}
