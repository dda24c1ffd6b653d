package org.parvis.integrations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The network as a whole: its name, and how much of it the caller may read. */
@RestController
@RequestMapping("/api/v1/network")
@Tag(name = "Network")
class NetworkApi {

    @Schema(name = "Network")
    record NetworkJson(String name, long people, long communities, long posts, long comments) {}

    private final JdbcClient jdbc;

    NetworkApi(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Operation(operationId = "getNetwork", summary = "The network: its name, and how much of it the caller may read")
    @GetMapping
    NetworkJson get(@SignedIn Viewer viewer) {
        return jdbc.sql("""
                select (select name from network) as name,
                       (select count(*) from visible_people(:viewer)
                         where kind in ('employee', 'guest') and state <> 'deactivated') as people,
                       (select count(*) from findable_communities(:viewer)) as communities,
                       (select count(*) from readable_posts(:viewer)) as posts,
                       (select count(*) from comment k
                         where stands(k, :viewer)
                           and k.post_id in (select id from readable_posts(:viewer))) as comments
                """)
                .param("viewer", viewer.id().value())
                .query(NetworkJson.class)
                .single();
    }
}
