package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.integrations.Program.id;
import static org.parvis.integrations.Program.read;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The objects of the API's page, field by field: each line below is one of them with its types instead of its values. A
 * field may come; none goes, none changes its type, and all are always there.
 */
@ParvisTest
class ApiObjectsTests {

    private static final String PERSON = """
            id text, kind text, name text, email text?, jobTitle text?, department text?, organisation text?, unit text?,
            site text?, country text?, phone text?, language text?, timeZone text?, manager object?, about text?,
            expertise list, followed boolean, state text""";
    private static final String COMMUNITY = """
            id text, name text, description text, purpose text, access text, listed boolean, archived boolean,
            members number, posts number, membership text?""";
    private static final String MEMBER = "person object, role text, since time";
    private static final String POST = """
            id text, kind text, community object?, author object, title text?, text text, html text, language text?,
            publishedAt time, activeAt time, edited boolean, comments number, reactions object, mine list, source text?,
            files list""";
    private static final String COMMENT = """
            id text, post text, replyTo text?, author object, text text, html text, publishedAt time, edited boolean,
            reactions object, mine list, files list""";
    private static final String FEED_ITEM = "post object, reason object, unread boolean";
    private static final String NETWORK = "name text, people number, communities number, posts number, comments number";
    private static final String NOTIFICATION = """
            id text, kind text, text text, post object?, actors list, count number, unread boolean, at time""";
    private static final String REFERENCE = "id text, name text";

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    Program bruno;
    Program priya;

    @BeforeEach
    void people() {
        bruno = new Program(http, cast.bruno());
        priya = new Program(http, cast.priya());
    }

    @Test
    void aPerson() {
        jdbc.sql("update person set manager_id = :boss where id = :id")
                .param("boss", priya.owner().id().value())
                .param("id", bruno.owner().id().value())
                .update();

        var me = bruno.get("/me");

        is(PERSON, read(me, "$"));
        is(PERSON, read(priya.get("/people?q=bruno"), "$.items[0]"));
        is(REFERENCE, read(me, "$.manager"));
        assertThat((Object) read(me, "$.manager.name")).isEqualTo("Priya Nair");
        assertThat((Object) read(me, "$.kind")).isEqualTo("employee");
        assertThat((Object) read(me, "$.state")).isEqualTo("active");
        is(PERSON, read(priya.get("/me"), "$"));
    }

    @Test
    void aCommunityAndItsMember() {
        var place = bruno.post("/communities", """
                {"name": "Digital workshop", "description": "All of it", "purpose": "business", "access": "request"}""");

        is(COMMUNITY, read(place, "$"));
        assertThat((Object) read(place, "$.listed")).isEqualTo(true);
        assertThat((Object) read(place, "$.membership")).isEqualTo("owner");
        assertThat((Object) read(priya.get("/communities/" + id(place)), "$.membership"))
                .isNull();
        is(COMMUNITY, read(priya.get("/communities"), "$.items[0]"));
        is(MEMBER, read(bruno.get("/communities/" + id(place) + "/members"), "$.items[0]"));
        is(REFERENCE, read(bruno.get("/communities/" + id(place) + "/members"), "$.items[0].person"));
    }

    @Test
    void aPostAndItsComments() {
        var place = id(bruno.post("/communities", "{\"name\": \"Pumps\", \"purpose\": \"hr\", \"access\": \"open\"}"));
        var wall = bruno.post("/posts", "{\"text\": \"The **pump** runs again since this morning.\"}");
        var post = bruno.post("/communities/" + place + "/posts", "{\"text\": \"Look here\"}");
        var comment = bruno.post("/posts/" + id(post) + "/comments", "{\"text\": \"Where?\"}");
        var reply = bruno.post(
                "/posts/" + id(post) + "/comments", "{\"text\": \"Here\", \"replyTo\": \"%s\"}".formatted(id(comment)));
        for (var kind : List.of("sad", "like", "idea")) {
            bruno.put("/posts/" + id(post) + "/reactions/" + kind);
        }
        bruno.put("/comments/" + id(comment) + "/reactions/laugh");

        is(POST, read(wall, "$"));
        is(POST, read(post, "$"));
        is(REFERENCE, read(post, "$.community"));
        is(REFERENCE, read(post, "$.author"));
        is(COMMENT, read(comment, "$"));
        is(COMMENT, read(reply, "$"));
        assertThat((Object) read(wall, "$.community")).isNull();
        assertThat((Object) read(wall, "$.html"))
                .isEqualTo("<p>The <strong>pump</strong> runs again since this morning.</p>\n");
        assertThat((Object) read(wall, "$.language")).isEqualTo("en");
        assertThat((Object) read(reply, "$.replyTo")).isEqualTo(id(comment));
        var reacted = bruno.get("/posts/" + id(post));
        assertThat(Program.<Map<String, Object>>read(reacted, "$.reactions").toString())
                .isEqualTo("{like=1, idea=1, sad=1}");
        assertThat(Program.<List<String>>read(reacted, "$.mine")).containsExactly("like", "idea", "sad");
        assertThat((Object) read(reacted, "$.comments")).isEqualTo(2);
        assertThat(Program.<List<String>>read(bruno.get("/comments/" + id(comment)), "$.mine"))
                .containsExactly("laugh");
    }

    @Test
    void aFeedItem() {
        priya.post("/posts", "{\"text\": \"For the feed\"}");
        var feed = bruno.get("/feed?view=company");

        is(FEED_ITEM, read(feed, "$.items[0]"));
        is(POST, read(feed, "$.items[0].post"));
        is("kind text, text text", read(feed, "$.items[0].reason"));
    }

    @Test
    void theNetwork() {
        is(NETWORK, read(bruno.get("/network"), "$"));
        assertThat((Object) read(bruno.get("/network"), "$.name")).isEqualTo("Valmont");
    }

    @Test
    void aNotification() {
        var post = id(bruno.post("/posts", "{\"text\": \"Who knows?\"}"));
        priya.post("/posts/" + post + "/comments", "{\"text\": \"I do\"}");
        org.awaitility.Awaitility.await()
                .until(() -> !Program.<List<?>>read(bruno.get("/notifications"), "$.items")
                        .isEmpty());

        var told = bruno.get("/notifications");

        is(NOTIFICATION, read(told, "$.items[0]"));
        is("id text", read(told, "$.items[0].post"));
        is(REFERENCE, read(told, "$.items[0].actors[0]"));
        assertThat((Object) read(told, "$.items[0].kind")).isEqualTo("comment");
    }

    private static void is(String described, Map<String, Object> object) {
        for (var field : described.strip().split(",\\s+")) {
            var name = field.substring(0, field.indexOf(' '));
            assertThat(object).containsKey(name);
            check(name, field.substring(field.indexOf(' ') + 1), object.get(name));
        }
    }

    private static void check(String name, String type, @Nullable Object value) {
        if (value == null) {
            assertThat(type).as(name).endsWith("?");
            return;
        }
        switch (type.replace("?", "")) {
            case "text" -> assertThat(value).as(name).isInstanceOf(String.class);
            case "time" -> assertThat(Instant.parse(value.toString())).as(name).isNotNull();
            case "number" -> assertThat(value).as(name).isInstanceOf(Number.class);
            case "boolean" -> assertThat(value).as(name).isInstanceOf(Boolean.class);
            case "list" -> assertThat(value).as(name).isInstanceOf(List.class);
            case "object" -> assertThat(value).as(name).isInstanceOf(Map.class);
            default -> throw new IllegalArgumentException(type);
        }
    }
}
