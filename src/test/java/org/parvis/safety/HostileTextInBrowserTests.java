package org.parvis.safety;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Every payload of the collection, in every field people fill, read by a browser that tells what runs and what is fetched. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextInBrowserTests {

    private static final int BATCH = 50;
    private static final int NAMES_SOUGHT = 40;

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Comments comments;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private List<String> payloads = List.of();
    private List<CommunityId> places = List.of();
    private PostId thread = new PostId(1);
    private Viewer nadia;

    @BeforeAll
    void fillEveryField() throws IOException {
        nadia = cast.nadia();
        payloads = Files.readAllLines(SharedData.file("attacks/xss.txt"));
        var found = new ArrayList<CommunityId>();
        for (var from = 0; from < payloads.size(); from += BATCH) {
            var batch = payloads.subList(from, Math.min(payloads.size(), from + BATCH));
            var text = String.join("\n\n", batch);
            var place = communities.create(
                    nadia,
                    new CommunityForm(
                            cut(batch.getFirst(), 80), cut(text, 2_000), "business", "open", true, null, null));
            found.add(place);
            thread = posts.publish(nadia, place, text + "\n\n#" + batch.getLast() + " #hostile");
            comments.add(nadia, thread, null, cut(text, 10_000));
        }
        places = found;
        for (var payload : payloads) {
            comments.add(nadia, thread, null, cut(payload, 10_000));
        }
        namePeople();
    }

    @Test
    void nothingRunsWhereverItIsRead() {
        var trap = new Trap(browsers.of(nadia), browsers.address());
        addresses().forEach(trap::visit);
    }

    @Test
    void nothingRunsWhenItIsSought() {
        var trap = new Trap(browsers.of(nadia), browsers.address());
        for (var number = 0; number < payloads.size(); number += payloads.size() / NAMES_SOUGHT) {
            var query = URLEncoder.encode(payloads.get(number), StandardCharsets.UTF_8);
            trap.visit("/search?q=" + query);
        }
    }

    private List<String> addresses() {
        var all = new ArrayList<>(List.of(
                "/",
                "/?view=company",
                "/posts/" + thread,
                "/posts/" + thread + "/edit",
                "/posts/" + thread + "/reactions",
                "/topics/hostile",
                "/communities",
                "/notifications",
                "/settings",
                "/administration/people",
                "/people?q=alert"));
        places.forEach(place -> all.add("/communities/" + place));
        all.add("/communities/" + places.getFirst() + "/about");
        all.add("/communities/" + places.getFirst() + "/settings");
        for (var from = 1; from <= payloads.size(); from += 90) {
            all.add("/communities/" + places.getFirst() + "/members?q=" + from);
            all.add("/people/" + person(from));
        }
        return all;
    }

    /** Five hundred colleagues, each with a payload in every field of the profile; all are members, all reacted. */
    private void namePeople() {
        for (var number = 0; number < payloads.size(); number++) {
            jdbc.sql("""
                    insert into person (kind, state, name, given_name, family_name, email, job_title, department, site,
                                        organisation, phone, about, career, pronouns, expertise, interests, languages, created_at, updated_at)
                    values ('employee', 'active', left(:number || ' ' || :p, 200), left(:p, 200), left(:p, 200), :number || '@example.org',
                            left(:p, 300), left(:p, 300), left(:p, 300), left(:p, 300), left(:p, 300), left(:p, 2000),
                            left(:p, 4000), left(:p, 40), array[left(:p, 60)], array[left(:p, 60)], array[left(:p, 60)], now(), now())
                    """)
                    .param("number", number)
                    .param("p", payloads.get(number))
                    .update();
        }
        jdbc.sql("""
                insert into membership
                select :place, id, 'member', now(), :nadia from person where email like '%@example.org' and id <> :nadia
                """)
                .param("place", places.getFirst().value())
                .param("nadia", nadia.id().value())
                .update();
        jdbc.sql("insert into post_reaction select :post, id, 'like', now() from person limit 100")
                .param("post", thread.value())
                .update();
    }

    private long person(int number) {
        return jdbc.sql("select id from person where email = :email")
                .param("email", (number - 1) + "@example.org")
                .query(Long.class)
                .single();
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
