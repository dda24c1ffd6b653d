package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.integrations.Program.id;
import static org.parvis.integrations.Program.read;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.List;

/** The table of routes of the API's page, row by row. What all of them share is in {@link ApiConventionsTests}. */
@ParvisTest
class ApiRoutesTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    Memberships memberships;

    @Autowired
    JdbcClient jdbc;

    Program bruno;
    Program priya;
    Program lucia;

    @BeforeEach
    void people() {
        bruno = new Program(http, cast.bruno());
        priya = new Program(http, cast.priya());
        lucia = new Program(http, cast.lucia());
    }

    // network, me | GET; me also PATCH (own fields): ApiWritingTests

    @Test
    void theNetworkCountsWhatTheCallerMayRead() {
        var before = Program.<Integer>read(priya.get("/network"), "$.posts");
        var secret = place("The board", "invitation", false);
        bruno.post("/communities/" + secret + "/posts", "{\"text\": \"Quietly\"}");
        bruno.post("/posts", "{\"text\": \"Aloud\"}");

        assertThat((Object) read(priya.get("/network"), "$.posts")).isEqualTo(before + 1);
        assertThat((Object) read(priya.get("/me"), "$.id"))
                .isEqualTo(priya.owner().id().toString());
    }

    // people?q=&department=&site=&country=, people/{id}, people/{id}/posts | GET

    @Test
    void peopleAreFoundByNameAndPlace() {
        jdbc.sql("update person set department = 'Quality, safety', site = 'Pune', country = 'IN' where id = :id")
                .param("id", priya.owner().id().value())
                .update();
        cast.youssef();

        for (var query : List.of(
                "q=priya",
                "q=NAIR%20pri",
                "site=Pune",
                "country=IN",
                "department=Quality,%20safety",
                "q=nair&country=IN&site=Pune")) {
            assertThat(Program.<List<String>>read(bruno.get("/people?" + query), "$.items[*].name"))
                    .as(query)
                    .containsExactly("Priya Nair");
        }
        assertThat(Program.<List<String>>read(bruno.get("/people?country=FR"), "$.items[*].name"))
                .isEmpty();
        assertThat(bruno.get("/people/" + priya.owner().id())).hasStatusOk();
        assertThat(bruno.get("/people/" + priya.owner().id() + "/posts")).hasStatusOk();
    }

    @Test
    void aGuestSeesNobodyButThemselves() {
        var gil = new Program(http, cast.gil());
        assertThat(count(gil, "/people")).isZero();
        assertThat(gil.get("/people/" + priya.owner().id())).hasStatus(404);
        assertThat(gil.get("/people/" + priya.owner().id() + "/posts")).hasStatus(404);
    }

    // people/{id}/follow, topics/{name}/follow | PUT, DELETE

    @Test
    void oneFollowsPeopleAndTopics() {
        bruno.post("/posts", "{\"text\": \"About #Garnitures\"}");
        var person = "/people/" + bruno.owner().id();

        for (var followed : List.of(person, "/topics/garnitures", "/topics/Garnitures")) {
            assertThat(priya.put(followed + "/follow"))
                    .hasStatus(204)
                    .bodyText()
                    .isEmpty();
            assertThat(priya.put(followed + "/follow")).hasStatus(204);
            assertThat((Object) read(priya.get(followed), "$.followed")).isEqualTo(true);
            assertThat(priya.delete(followed + "/follow")).hasStatus(204);
            assertThat((Object) read(priya.get(followed), "$.followed")).isEqualTo(false);
        }
        assertThat(bruno.put(person + "/follow")).hasStatus(403);
        assertThat(priya.put("/topics/nobody-named-it/follow")).hasStatus(404);
    }

    // communities?q=&membership=, communities | GET; POST {name, description, purpose, access, listed}

    @Test
    void communitiesAreFoundByNameAndMembership() {
        var mine = place("Étanchéité", "open", true);
        priya.put("/communities/" + mine + "/membership");

        assertThat(found("q=etanch")).containsExactly(mine);
        assertThat(found("q=etanch&membership=member")).containsExactly(mine);
        assertThat(found("q=etanch&membership=joined")).containsExactly(mine);
        assertThat(found("q=etanch&membership=owner")).isEmpty();
        assertThat(found("q=etanch&membership=none")).isEmpty();
        for (var unknown : List.of("friend", "OWNER", "%20")) {
            assertThat(priya.get("/communities?membership=" + unknown)).hasStatus(422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purpose: fun",
                "purpose: BUSINESS",
                "purpose: ",
                "access: secret",
                "access: unlisted",
                "access: Open",
                "listed: false",
                "listed: perhaps",
                "name: ",
                "posting: nobody",
                "tone: 9"
            })
    void aCommunityIsMadeOfWhatThereIsToChoose(String wrong) {
        var field = wrong.substring(0, wrong.indexOf(':'));
        var value = wrong.substring(wrong.indexOf(':') + 2);
        var json = "{\"name\": \"Pumps\", \"purpose\": \"hr\", \"access\": \"open\", \"%s\": %s}"
                .formatted(field, value.matches("false|9") ? value : "\"" + value + "\"")
                .replace("\"" + field + "\": \"hr\", ", "")
                .replace("\"" + field + "\": \"open\", ", "");

        assertThat(bruno.post("/communities", json))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void guestsFoundNothing() {
        assertThat(new Program(http, cast.gil())
                        .post("/communities", "{\"name\": \"Mine\", \"purpose\": \"hr\", \"access\": \"open\"}"))
                .hasStatus(403);
    }

    // communities/{id} | GET, PATCH (also archived)

    @Test
    void ownersChangeACommunityAndArchiveIt() {
        var place = place("Pumps", "open", true);
        priya.put("/communities/" + place + "/membership");

        assertThat(priya.patch("/communities/" + place, "{\"name\": \"Taken over\"}"))
                .hasStatus(403);
        var archived = bruno.patch("/communities/" + place, "{\"archived\": true, \"members\": 99}");
        assertThat((Object) read(archived, "$.archived")).isEqualTo(true);
        assertThat((Object) read(archived, "$.members")).isEqualTo(2);
        assertThat(priya.post("/communities/" + place + "/posts", "{\"text\": \"Late\"}"))
                .hasStatus(403);
        assertThat(lucia.put("/communities/" + place + "/membership")).hasStatus(403);
        var back = bruno.patch(
                "/communities/" + place, "{\"archived\": false, \"access\": \"invitation\", \"listed\": false}");
        assertThat((Object) read(back, "$.archived")).isEqualTo(false);
        assertThat((Object) read(back, "$.listed")).isEqualTo(false);
        assertThat(lucia.get("/communities/" + place)).hasStatus(404);
    }

    // communities/{id}/membership | PUT (joins: 200 member; asks: 202 requested; accepts an invitation: 200), DELETE

    @Test
    void oneEntersByTheDoorThereIs() {
        var open = place("Open", "open", true);
        var request = place("On request", "request", true);
        var listed = place("By invitation", "invitation", true);
        var unlisted = place("Unlisted", "invitation", false);

        for (var twice = 0; twice < 2; twice++) {
            entered(priya, open, 200, "member");
            entered(priya, request, 202, "requested");
            entered(bruno, open, 200, "owner");
            assertThat(priya.put("/communities/" + listed + "/membership")).hasStatus(403);
            assertThat(priya.put("/communities/" + unlisted + "/membership")).hasStatus(404);
        }
        for (var door : List.of(listed, unlisted)) {
            memberships.invite(
                    bruno.owner(), CommunityId.of(door), priya.owner().id());
            assertThat((Object) read(priya.get("/communities/" + door), "$.membership"))
                    .isEqualTo("invited");
            assertThat(priya.delete("/communities/" + door + "/membership")).hasStatus(204);
            memberships.invite(
                    bruno.owner(), CommunityId.of(door), priya.owner().id());
            entered(priya, door, 200, "member");
        }
        assertThat(priya.delete("/communities/" + request + "/membership")).hasStatus(204);
        assertThat((Object) read(priya.get("/communities/" + request), "$.membership"))
                .isNull();
        assertThat(bruno.delete("/communities/" + open + "/membership")).hasStatus(409);
    }

    // communities/{id}/members?role=&q=, …/members/{personId} | GET; PUT {role} by owners; DELETE by owners

    @Test
    void ownersAddAndRemovePeople() {
        var place = place("Pumps", "invitation", true);
        var members = "/communities/" + place + "/members";
        var one = members + "/" + priya.owner().id();

        assertThat(priya.put(one, "{\"role\": \"member\"}")).hasStatus(403);
        assertThat(priya.get(members)).hasStatus(404);
        var added = bruno.put(one, "{\"role\": \"member\"}");
        assertThat(added).hasStatus(201).bodyJson().extractingPath("$.role").isEqualTo("member");
        assertThat(bruno.put(one, "{\"role\": \"member\"}")).hasStatus(200);
        assertThat(bruno.put(one, "{\"role\": \"owner\"}")).hasStatus(200);
        assertThat(bruno.get(members + "?role=owner&q=NAIR"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(bruno.get(members + "?role=member"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(bruno.get(members + "?role=friend")).hasStatus(422);
        for (var role : List.of("{}", "{\"role\": null}", "{\"role\": \"administrator\"}", "{\"role\": \"invited\"}")) {
            assertThat(bruno.put(members + "/" + lucia.owner().id(), role))
                    .as(role)
                    .hasStatus(422);
        }
        assertThat(bruno.put(members + "/99999999", "{\"role\": \"member\"}")).hasStatus(404);
        assertThat(bruno.put(members + "/" + cast.gil().id(), "{\"role\": \"member\"}"))
                .hasStatus(403);
        assertThat(bruno.delete(one)).hasStatus(204);
        assertThat(bruno.get(one)).hasStatus(404);
        assertThat(bruno.delete(members + "/" + bruno.owner().id())).hasStatus(409);
        assertThat(bruno.put(members + "/" + bruno.owner().id(), "{\"role\": \"member\"}"))
                .hasStatus(409);
    }

    // communities/{id}/requests, …/requests/{personId} | GET; PUT agrees, DELETE declines

    @Test
    void ownersAgreeAndDecline() {
        var requests = "/communities/" + place("Quality", "request", true) + "/requests";
        var membership = requests.replace("requests", "membership");
        var one = requests + "/" + priya.owner().id();

        assertThat(bruno.put(one)).hasStatus(404);
        priya.put(membership);
        assertThat(priya.get(requests)).hasStatus(403);
        assertThat(priya.put(one)).hasStatus(403);
        assertThat((Object) read(bruno.get(requests), "$.items[0].person.name")).isEqualTo("Priya Nair");
        assertThat(bruno.delete(one)).hasStatus(204);
        assertThat(bruno.put(one)).hasStatus(404);
        priya.put(membership);
        assertThat(bruno.put(one)).hasStatus(204);
        assertThat(bruno.put(one)).hasStatus(204);
        assertThat((Object) read(priya.get(requests.replace("/requests", "")), "$.membership"))
                .isEqualTo("member");
        assertThat((Object) read(bruno.get(requests), "$.items.length()")).isEqualTo(0);
    }

    // communities/{id}/posts, posts | GET (community); POST {text}: community, own wall

    @Test
    void membersPostInACommunityAndEmployeesOnTheirWall() {
        var place = place("Pumps", "open", true);
        var route = "/communities/" + place + "/posts";

        assertThat(priya.post(route, "{\"text\": \"From outside\"}")).hasStatus(403);
        var post = id(bruno.post(route, "{\"text\": \"From inside\"}"));
        assertThat(Program.<List<String>>read(priya.get(route), "$.items[*].id"))
                .containsExactly(post);
        assertThat(new Program(http, cast.gil()).post("/posts", "{\"text\": \"A guest's wall\"}"))
                .hasStatus(403);
        assertThat(bruno.get("/posts")).hasStatus(405);
    }

    // posts/{id}, posts/{id}/history | GET, PATCH {text}, DELETE {reason?}; GET

    @Test
    void aPostIsRewordedAndItsHistoryKept() {
        var place = place("Pumps", "open", true);
        priya.put("/communities/" + place + "/membership");
        var post = "/posts/" + id(priya.post("/communities/" + place + "/posts", "{\"text\": \"First\"}"));

        assertThat(bruno.patch(post, "{\"text\": \"Not mine\"}")).hasStatus(403);
        priya.patch(post, "{\"text\": \"Second\"}");
        assertThat((Object) read(priya.patch(post, "{\"text\": \"Third\"}"), "$.edited"))
                .isEqualTo(true);
        for (var reader : List.of(priya, bruno)) {
            assertThat(Program.<List<String>>read(reader.get(post + "/history"), "$.items[*].text"))
                    .containsExactly("Second", "First");
        }
        assertThat(lucia.get(post + "/history")).hasStatus(403);
        assertThat(lucia.delete(post)).hasStatus(403);
    }

    @Test
    void anOwnersReasonIsToldToTheAuthor() {
        var place = place("Pumps", "open", true);
        priya.put("/communities/" + place + "/membership");
        var post = "/posts/" + id(priya.post("/communities/" + place + "/posts", "{\"text\": \"Off topic\"}"));

        assertThat(bruno.send(HttpMethod.DELETE, post, "{\"reason\": \"%s\"}".formatted("x".repeat(2_001))))
                .hasStatus(422);
        assertThat(bruno.send(HttpMethod.DELETE, post, "{\"reason\": \"Not about pumps\"}"))
                .hasStatus(204);
        await().until(() -> Program.body(priya.get("/notifications")).contains("post_removed"));
    }

    // posts/{id}/comments, comments/{id} | GET, POST {text, replyTo?}; GET, PATCH, DELETE

    @Test
    void commentsAnswerAPostOrAComment() {
        var post = "/posts/" + id(bruno.post("/posts", "{\"text\": \"A question\"}"));
        var elsewhere = id(bruno.post("/posts", "{\"text\": \"Another\"}"));
        var stray = id(bruno.post("/posts/" + elsewhere + "/comments", "{\"text\": \"Stray\"}"));
        var first = id(priya.post(post + "/comments", "{\"text\": \"An answer\"}"));
        var reply = bruno.post(post + "/comments", "{\"text\": \"Thanks\", \"replyTo\": \"%s\"}".formatted(first));
        var beside =
                priya.post(post + "/comments", "{\"text\": \"Welcome\", \"replyTo\": \"%s\"}".formatted(id(reply)));

        assertThat((Object) read(beside, "$.replyTo")).isEqualTo(first);
        assertThat(Program.<List<String>>read(bruno.get(post + "/comments"), "$.items[*].id"))
                .containsExactly(first, id(reply), id(beside));
        for (var wrong : List.of(stray, "99999999", "none")) {
            assertThat(bruno.post(post + "/comments", "{\"text\": \"Lost\", \"replyTo\": \"%s\"}".formatted(wrong)))
                    .hasStatus(404);
        }
        assertThat(bruno.patch("/comments/" + first, "{\"text\": \"Not mine\"}"))
                .hasStatus(403);
        assertThat(bruno.delete("/comments/" + first)).hasStatus(403);
        assertThat((Object) read(priya.patch("/comments/" + first, "{\"text\": \"Better\"}"), "$.edited"))
                .isEqualTo(true);
        assertThat((Object) read(priya.patch("/comments/" + first, "{}"), "$.text"))
                .isEqualTo("Better");
        assertThat(priya.delete("/comments/" + first)).hasStatus(204);
        assertThat(priya.get("/comments/" + first)).hasStatus(404);
        assertThat((Object) read(bruno.get(post), "$.comments")).isEqualTo(2);
    }

    // …/reactions/{kind} | PUT, DELETE; kinds like, thanks, bravo, idea, laugh, sad; …/reactions GET lists who

    @ParameterizedTest
    @ValueSource(strings = {"posts", "comments"})
    void sixReactionsOneOfEachPerPerson(String kind) {
        var post = id(bruno.post("/posts", "{\"text\": \"Done\"}"));
        var thing = "/" + kind + "/"
                + (kind.equals("posts") ? post : id(bruno.post("/posts/" + post + "/comments", "{\"text\": \"Yes\"}")));

        for (var reaction : List.of("like", "thanks", "bravo", "idea", "laugh", "sad")) {
            assertThat(priya.put(thing + "/reactions/" + reaction))
                    .hasStatus(204)
                    .bodyText()
                    .isEmpty();
            assertThat(priya.put(thing + "/reactions/" + reaction)).hasStatus(204);
            assertThat((Object) read(bruno.get(thing), "$.reactions." + reaction))
                    .isEqualTo(1);
        }
        var who = bruno.get(thing + "/reactions?limit=4");
        assertThat(Program.<List<String>>read(who, "$.items[*].person.name"))
                .containsOnly("Priya Nair")
                .hasSize(4);
        assertThat((Object)
                        read(bruno.get(thing + "/reactions?limit=4&cursor=" + read(who, "$.next")), "$.items.length()"))
                .isEqualTo(2);
        assertThat(priya.delete(thing + "/reactions/sad")).hasStatus(204);
        assertThat(Program.<List<String>>read(priya.get(thing), "$.mine"))
                .containsExactly("like", "thanks", "bravo", "idea", "laugh");
        assertThat(priya.put(thing + "/reactions/angry")).hasStatus(404);
    }

    // topics?q=, topics/{name} | GET

    @Test
    void topicsAreListedByHowOftenTheyAreNamedAndPaged() {
        bruno.post("/posts", "{\"text\": \"#walk-a #walk-b #walk-c\"}");
        bruno.post("/posts", "{\"text\": \"#walk-b #walk-c\"}");
        bruno.post("/posts", "{\"text\": \"#walk-c\"}");

        var first = priya.get("/topics?q=walk&limit=2");
        var rest = priya.get("/topics?q=walk&limit=2&cursor=" + read(first, "$.next"));

        assertThat(Program.<List<String>>read(first, "$.items[*].name")).containsExactly("walk-c", "walk-b");
        assertThat(Program.<List<String>>read(rest, "$.items[*].name")).containsExactly("walk-a");
        assertThat((Object) read(rest, "$.next")).isNull();
        assertThat((Object) read(priya.get("/topics/WALK-C"), "$.posts")).isEqualTo(3);
        assertThat((Object) read(priya.get("/topics?q=no%20topic!"), "$.items.length()"))
                .isEqualTo(0);
        assertThat(priya.get("/topics/no%20topic!")).hasStatus(404);
    }

    // feed?view=for-me|following|company | GET

    @Test
    void theFeedHasThreeViews() {
        for (var view : List.of("", "?view=for-me", "?view=following", "?view=company")) {
            assertThat(bruno.get("/feed" + view)).as(view).hasStatusOk();
        }
        assertThat(bruno.get("/feed?view=everything"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("view");
    }

    @Test
    void aReasonIsSaidInTheCallersLanguage() {
        var place = place("Atelier numérique", "open", true);
        priya.put("/communities/" + place + "/membership");
        bruno.post("/communities/" + place + "/posts", "{\"text\": \"Here\"}");
        var french = new Program(http, Cast.inFrench(cast.priya()));

        assertThat(Program.<List<String>>read(french.get("/feed"), "$.items[*].reason.text"))
                .contains("Vous êtes membre d’Atelier numérique");
        assertThat(Program.<List<String>>read(priya.get("/feed"), "$.items[*].reason.kind"))
                .contains("community");
    }

    // notifications?unread=, notifications/read | GET; PUT {until: id}

    @Test
    void notificationsAreReadUpToOne() {
        var post = id(lucia.post("/posts", "{\"text\": \"Who knows?\"}"));
        var other = id(lucia.post("/posts", "{\"text\": \"And this?\"}"));
        priya.post("/posts/" + post + "/comments", "{\"text\": \"I do\"}");
        await().until(() -> count(lucia, "/notifications") == 1);
        priya.post("/posts/" + other + "/comments", "{\"text\": \"Also\"}");
        await().until(() -> count(lucia, "/notifications") == 2);
        var older = Program.<String>read(lucia.get("/notifications"), "$.items[1].id");

        for (var wrong : List.of("{}", "{\"until\": null}")) {
            assertThat(lucia.put("/notifications/read", wrong)).as(wrong).hasStatus(422);
        }
        assertThat(lucia.put("/notifications/read", "{\"until\": \"none\"}")).hasStatus(404);
        assertThat(bruno.put("/notifications/read", "{\"until\": \"%s\"}".formatted(older)))
                .hasStatus(404);
        assertThat(lucia.put("/notifications/read", "{\"until\": \"%s\"}".formatted(older)))
                .hasStatus(204);
        assertThat(count(lucia, "/notifications?unread=true")).isEqualTo(1);
        assertThat(count(lucia, "/notifications?unread=false")).isEqualTo(2);
        assertThat(lucia.get("/notifications?unread=perhaps")).hasStatus(422);
    }

    private String place(String name, String access, boolean listed) {
        return id(bruno.post("/communities", """
                {"name": "%s", "purpose": "business", "access": "%s", "listed": %s}""".formatted(name, access, listed)));
    }

    private List<String> found(String query) {
        return read(priya.get("/communities?" + query), "$.items[*].id");
    }

    private static void entered(Program who, String place, int status, String membership) {
        assertThat(who.put("/communities/" + place + "/membership"))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.membership")
                .isEqualTo(membership);
    }

    private static int count(Program who, String list) {
        return read(who.get(list), "$.items.length()");
    }
}
