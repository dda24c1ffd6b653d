package org.parvis.bench.company;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.conversation.Posts;
import org.parvis.journal.JournalReader;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The product on a company that was filled in: it starts, shows it and goes on with it. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@DirtiesContext
class FilledPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Posts posts;

    @Autowired
    List<JournalReader> readers;

    @DynamicPropertySource
    static void onACompany(DynamicPropertyRegistry settings) throws Exception {
        var company = Filled.with(Filled.SMALL);
        var folder = Files.createTempDirectory(Path.of("target"), "data-");
        settings.add("parvis.data", folder::toString);
        settings.add("parvis.database-url", company::address);
        settings.add("parvis.database-connections", () -> "8");
    }

    @Test
    void everybodySeesTheirPages() {
        for (var person : people("select id from person order by id limit 20")) {
            assertThat(page(person, "/")).contains("/posts/");
            assertThat(page(person, "/notifications")).contains("</main>");
            assertThat(page(person, "/people/1")).contains(person(1).name());
            assertThat(page(person, "/communities/1")).contains("Valmont Aubier");
        }
    }

    @Test
    void threadsOfEveryKindAreShown() {
        for (var kind : List.of("update", "question", "poll", "article", "announcement")) {
            var thread = number("""
                    select p.id from post p
                     where p.kind = '%s' and p.community_id = 1 and exists (select from comment k where k.post_id = p.id)
                     order by p.published_at desc limit 1
                    """.formatted(kind));
            var comment = number("""
                    select id from comment where post_id = %d and reply_to is null order by published_at desc limit 1
                    """.formatted(thread));
            assertThat(page(person(Staff.CHIEF_EXECUTIVE), "/posts/" + thread))
                    .contains("id=\"comment_" + comment + "\"");
        }
    }

    @Test
    void whatIsHiddenFromSomebodyIsNotThere() {
        var hidden = number("""
                select p.id from post p join community c on c.id = p.community_id
                 where not c.listed and c.id not in (select community_id from membership where person_id = 1) limit 1
                """);
        assertThat(browser.get().uri("/posts/" + hidden).with(Cast.as(person(1))))
                .hasStatus(404);
    }

    @Test
    void readersOfTheJournalBeginWhereTheCompanyEnds() {
        assertThat(readers).extracting(JournalReader::name).containsExactlyInAnyOrderElementsOf(Aftermath.READERS);
    }

    @Test
    void somebodyGoesOnWriting() {
        var author = person(Staff.ADMINISTRATOR);
        var written = posts.publish(author, null, "We go on from here.");

        assertThat(written.value()).isGreaterThan(Filled.SMALL.posts());
        assertThat(page(person(Staff.CHIEF_EXECUTIVE), "/posts/" + written)).contains("We go on from here.");
    }

    private String page(Viewer viewer, String path) {
        var answer = browser.get().uri(path).with(Cast.as(viewer)).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private List<Viewer> people(String ids) {
        return jdbc.sql(ids).query((row, number) -> row.getLong(1)).list().stream()
                .map(id -> person(id))
                .toList();
    }

    private Viewer person(long id) {
        return jdbc.sql("select name, kind from person where id = :id")
                .param("id", id)
                .query((row, number) -> new Viewer(
                        new PersonId(id),
                        PersonKind.of(row.getString("kind")),
                        row.getString("name"),
                        null,
                        Locale.ENGLISH,
                        ZoneOffset.UTC,
                        null,
                        true))
                .single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
