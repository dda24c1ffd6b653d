package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;

/** However much is asked for, a list answers a hundred at most. */
@ParvisTest
class ListLimitsTests {

    @Autowired
    MockMvcTester program;

    @Autowired
    Cast cast;

    @Autowired
    Communities communities;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void aBillionIsAHundred() throws UnsupportedEncodingException {
        var bruno = cast.bruno();
        var place = communities.create(bruno, new CommunityForm("Pumps", "", "business", "open", true, null, null));
        var post = posts.publish(bruno, place, "A long talk #seal");
        var comment = comments.add(bruno, post, null, "Comment");
        fill(place.value(), post.value(), comment.value(), bruno.id().value());
        var there = new Addresses(Map.of(
                "communities", List.of("" + place),
                "posts", List.of("" + post),
                "comments", List.of("" + comment),
                "polls", List.of("" + post),
                "options",
                        List.of(jdbc.sql("select min(id)::text from poll_option")
                                .query(String.class)
                                .single()),
                "people", List.of("" + bruno.id())));
        var lists = Exit.all(mappings).stream()
                .filter(exit -> exit.reads() && exit.api() && exit.parameters().contains("limit"))
                .toList();
        assertThat(lists).hasSizeGreaterThan(10);

        for (var exit : lists) {
            var address = there.of(exit.pattern()).getFirst() + "?limit=";
            assertThat(length(address + "1000000000")).as(address).isLessThanOrEqualTo(100);
            assertThat(length(address + "-1")).as(address).isLessThanOrEqualTo(1);
            assertThat(program.get().uri(address + "many").with(as(bruno))).hasStatus(422);
        }
        assertThat(length("/api/v1/people?limit=1000000000")).isEqualTo(100);
        assertThat(length("/api/v1/posts/" + post + "/comments?limit=1000000000"))
                .isEqualTo(100);
        assertThat(length("/api/v1/communities/" + place + "/members?limit=1000000000"))
                .isEqualTo(100);
    }

    private int length(String address) throws UnsupportedEncodingException {
        var answer = program.get().uri(address).with(as(cast.bruno())).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return JsonPath.<Integer>read(answer.getResponse().getContentAsString(), "$.items.length()");
    }

    private void fill(long place, long post, long comment, long bruno) {
        for (var sql : List.of(
                "insert into person (state, name, created_at, updated_at) select 'active', 'Person ' || n, now(), now() from generate_series(1, 120) n",
                "insert into membership select :place, id, 'member', now(), :bruno from person where id <> :bruno",
                "insert into post_reaction select :post, id, 'like', now() from person",
                "insert into comment_reaction select :comment, id, 'like', now() from person",
                "insert into comment (post_id, author_id, text, published_at) select :post, :bruno, 'n', now() from generate_series(1, 120)",
                "insert into post (author_id, community_id, text, published_at, active_at) select :bruno, :place, 'n', now(), now() from generate_series(1, 120)",
                "insert into community (name, created_at, active_at) select 'Place ' || n, now(), now() from generate_series(1, 120) n",
                "insert into topic (name, folded, created_at) select 't' || n, 't' || n, now() from generate_series(1, 120) n",
                "insert into post_topic (post_id, topic_id) select :post, id from topic on conflict do nothing",
                "update post set kind = 'poll' where id = :post",
                "insert into poll (post_id, multiple, secret, at_end, extensible, ends_at) values (:post, false, false, false, false, now())",
                "insert into poll_option (post_id, position, text) values (:post, 0, 'All')",
                "insert into poll_vote select o.id, p.id, now() from poll_option o, person p",
                "insert into text_version (post_id, text, written_at, replaced_at) select :post, 'n', now(), now() from generate_series(1, 120)")) {
            jdbc.sql(sql)
                    .param("place", place)
                    .param("post", post)
                    .param("comment", comment)
                    .param("bruno", bruno)
                    .update();
        }
    }
}
