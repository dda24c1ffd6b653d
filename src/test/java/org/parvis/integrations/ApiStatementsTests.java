package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;
import java.util.Map;

/** A list costs as many statements as it costs, however long it is. The one that reads the token comes on top. */
@ParvisTest
class ApiStatementsTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noListAsksForEachOfItsItems() {
        var bruno = new Program(http, cast.bruno());
        var priya = new Program(http, cast.priya());
        var place = Program.id(bruno.post("/communities", """
                {"name": "Pumps", "purpose": "hr", "access": "open"}"""));
        priya.put("/communities/" + place + "/membership");
        var post = Program.id(bruno.post("/communities/" + place + "/posts", "{\"text\": \"Look #pumps\"}"));
        var comment = Program.id(bruno.post("/posts/" + post + "/comments", "{\"text\": \"I see\"}"));
        fill(
                place,
                post,
                comment,
                bruno.owner().id().toString(),
                priya.owner().id().toString());

        Map.ofEntries(
                        Map.entry("/network", 1),
                        Map.entry("/me", 1),
                        Map.entry("/people", 2),
                        Map.entry("/people/" + bruno.owner().id(), 1),
                        Map.entry("/people/" + bruno.owner().id() + "/posts", 2),
                        Map.entry("/communities", 2),
                        Map.entry("/communities/" + place, 2),
                        Map.entry("/communities/" + place + "/members", 2),
                        Map.entry("/communities/" + place + "/requests", 2),
                        Map.entry("/communities/" + place + "/posts", 2),
                        Map.entry("/posts/" + post, 1),
                        Map.entry("/posts/" + post + "/history", 2),
                        Map.entry("/posts/" + post + "/comments", 2),
                        Map.entry("/posts/" + post + "/reactions", 2),
                        Map.entry("/comments/" + comment, 1),
                        Map.entry("/comments/" + comment + "/reactions", 2),
                        Map.entry("/topics", 1),
                        Map.entry("/topics/pumps", 1),
                        Map.entry("/feed?view=company", 4),
                        Map.entry("/feed?view=following", 4),
                        Map.entry("/feed", 4),
                        Map.entry("/notifications", 1))
                .forEach((route, most) -> {
                    var address = route + (route.contains("?") ? "&" : "?") + "limit=100";
                    // What posts say is read once, for whoever comes.
                    assertThat(bruno.get(address)).as(address).hasStatusOk();
                    var sent = StatementCount.during(
                            () -> assertThat(bruno.get(address)).as(address).hasStatusOk());
                    assertThat(sent).as(address).hasSizeLessThanOrEqualTo(most);
                });
    }

    private void fill(String place, String post, String comment, String bruno, String priya) {
        for (var sql : List.of(
                "insert into person (state, name, created_at, updated_at) select 'active', 'Person ' || n, now(), now() from generate_series(1, 40) n",
                "insert into membership select %1$s, id, 'member', now(), %4$s from person on conflict do nothing",
                "insert into membership_request select %1$s, id, now() from person where id not in (%4$s, %5$s) limit 20",
                "insert into post_reaction select %2$s, id, 'like', now() from person",
                "insert into comment_reaction select %3$s, id, 'like', now() from person",
                "insert into comment (post_id, author_id, text, published_at) select %2$s, id, 'n', now() from person",
                "insert into post (author_id, community_id, text, published_at, active_at) select id, %1$s, 'n', now(), now() from person",
                "insert into post (author_id, text, published_at, active_at) select %4$s, 'n', now(), now() from person",
                "insert into community (name, created_at, active_at) select 'Place ' || n, now(), now() from generate_series(1, 40) n",
                "insert into topic (name, folded, created_at) select 't' || n, 't' || n, now() from generate_series(1, 40) n",
                "insert into post_topic (post_id, topic_id) select %2$s, id from topic on conflict do nothing")) {
            jdbc.sql(sql.formatted(place, post, comment, bruno, priya)).update();
        }
    }
}
