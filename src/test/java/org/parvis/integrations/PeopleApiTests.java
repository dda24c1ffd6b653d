package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ParvisTest
class PeopleApiTests {

    @Autowired
    MockMvcTester program;

    @Autowired
    Cast cast;

    @Test
    void peopleAreFoundByPartOfTheirName() {
        cast.lucia();
        cast.priya();

        assertThat(program.get().uri("/api/v1/people?q=lucia").with(as(cast.bruno())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].name")
                .asArray()
                .containsExactly("Lucía Moreno");
    }

    @Test
    void oneFollowsAndUnfollowsTwiceWithoutHarm() {
        var lucia = cast.lucia();
        var follow = "/api/v1/people/" + lucia.id() + "/follow";

        assertThat(program.put().uri(follow).with(as(cast.bruno()))).hasStatus(204);
        assertThat(program.put().uri(follow).with(as(cast.bruno()))).hasStatus(204);
        assertThat(program.get().uri("/api/v1/people/" + lucia.id()).with(as(cast.bruno())))
                .bodyJson()
                .extractingPath("$.followed")
                .isEqualTo(true);
        assertThat(program.delete().uri(follow).with(as(cast.bruno()))).hasStatus(204);
        assertThat(program.delete().uri(follow).with(as(cast.bruno()))).hasStatus(204);
    }

    @Test
    void onesOwnFieldsChangeAndTheRestStays() {
        var changed = program.patch()
                .uri("/api/v1/me")
                .with(as(cast.bruno()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"about": "I set machines.", "expertise": ["seals", "pumps"], "name": "Boss", "kind": "service", "state": "deactivated"}
                        """)
                .exchange();

        assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.about").isEqualTo("I set machines.");
        assertThat(changed).bodyJson().extractingPath("$.expertise[1]").isEqualTo("pumps");
        assertThat(changed).bodyJson().extractingPath("$.name").isEqualTo("Bruno Tessier");
        assertThat(changed).bodyJson().extractingPath("$.kind").isEqualTo("employee");
        assertThat(changed).bodyJson().extractingPath("$.state").isEqualTo("active");
    }

    @Test
    void aGuestSeesNobodyButThemselves() {
        var gil = cast.gil();

        assertThat(program.get().uri("/api/v1/people").with(as(gil)))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(program.get().uri("/api/v1/people/" + cast.bruno().id()).with(as(gil)))
                .hasStatus(404);
    }

    @Test
    void aTopicIsThereForWhoMayReadIt() {
        program.post()
                .uri("/api/v1/posts")
                .with(as(cast.bruno()))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\": \"Look at #Garnitures\"}")
                .exchange();

        assertThat(program.get().uri("/api/v1/topics/garnitures").with(as(cast.priya())))
                .bodyJson()
                .extractingPath("$.posts")
                .isEqualTo(1);
        assertThat(program.get().uri("/api/v1/topics/garnitures").with(as(cast.gil())))
                .hasStatus(404);
        assertThat(program.get().uri("/api/v1/topics?q=garn").with(as(cast.priya())))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("Garnitures");
    }
}
