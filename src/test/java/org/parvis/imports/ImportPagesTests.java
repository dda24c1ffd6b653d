package org.parvis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.people.Viewer;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** Files brought in by an administrator, through the pages. */
@ParvisTest
class ImportPagesTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    ParvisSettings settings;

    @Autowired
    JdbcClient jdbc;

    private Viewer nadia;

    @BeforeEach
    void nadiaAdministrates() {
        nadia = cast.nadia();
    }

    @Test
    void aFileIsCheckedFirstAndBroughtInOnAWord() throws IOException {
        var checked = upload("people", "small", "staff.csv", people("small", 3));
        assertThat(waitFor(checked)).contains("Checked: staff.csv", "What would be done", "3 + 0 + 0 + 0 = 3");
        assertThat(count("small")).isZero();
        var done = go(checked);
        assertThat(waitFor(done)).contains("Done: staff.csv");
        assertThat(count("small")).isEqualTo(3);
        nothingIsLeftOf("small");
        assertThat(jdbc.sql("select action from audit order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("people imported");
    }

    @Test
    void remarksAreShownAndDownloadedWithoutFormulas() {
        var checked = upload("people", "remarks", "r.csv", """
                id,name,email
                =1+2,=HYPERLINK(1) Evil,not an address
                =1+2,Second Twin,second@example.org
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(waitFor(checked)).contains("Remarks", "Line");
        var table = browser.get()
                .uri(checked + "/remarks.csv")
                .with(as(nadia, "ADMINISTRATOR"))
                .exchange();
        assertThat(table).hasStatusOk();
        assertThat(body(table).lines().skip(1)).noneMatch(line -> line.matches(".*(^|[;\"])[=+@].*"));
    }

    @Test
    void whoeverWouldDeactivateManyCopiesTheNumber() throws IOException {
        waitFor(go(done(upload("people", "many", "all.csv", people("many", 40)))));
        var stopped = upload("people", "many", "cut.csv", people("many", 10));
        assertThat(waitFor(stopped))
                .contains(
                        "Waiting for you: cut.csv",
                        "30 people of 40",
                        "Without a site",
                        "copy the number",
                        "not in the file any more");
        assertThat(execute(stopped, "29")).hasStatus(422).bodyText().contains("This is not the number");
        assertThat(active("many")).isEqualTo(40);
        var forced = execute(stopped, "30");
        assertThat(forced).hasStatus(303);
        waitFor(forced.getResponse().getHeader("Location"));
        assertThat(active("many")).isEqualTo(10);
        nothingIsLeftOf("many");
    }

    @Test
    void anAbandonedFileIsDeleted() throws IOException {
        var checked = done(upload("people", "abandoned", "a.csv", people("abandoned", 2)));
        assertThat(browser.delete().uri(checked + "/upload").with(as(nadia, "ADMINISTRATOR")))
                .hasStatus(303);
        assertThat(execute(checked, "")).hasStatus(404);
        nothingIsLeftOf("abandoned");
    }

    @Test
    void twoAtOnceAreToldToWait() {
        jdbc.sql("""
                insert into import_run (kind, source, file_name, started_at, touched_at, state)
                values ('people', 'busy', 'busy.csv', now(), now(), 'running')
                """).update();
        try {
            assertThat(send("people", "busy", "b.csv", people("busy", 1)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Another import of this kind is running");
        } finally {
            jdbc.sql("delete from import_run where source = 'busy'").update();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gif-5000-frames.gif",
                "html-named.png",
                "png-pixelflood-65500x65500.png",
                "slack-export-bad-json.zip",
                "slack-export-zip-slip.zip",
                "svg-xxe.svg",
                "zip-bomb-200MB.zip",
                "zip-slip.zip"
            })
    void attackingFilesAreRefusedInWords(String name) throws IOException {
        var bytes = Files.readAllBytes(SharedData.file("attacks/files/" + name));
        for (var kind : List.of("people", "slack")) {
            var page = waitFor(upload(kind, "attack", "../../" + name, bytes));
            assertThat(page)
                    .contains("Not read: " + name, "Nothing was taken from this file")
                    .doesNotContain("../../" + name);
        }
        nothingIsLeftOf("attack");
        assertThat(Files.exists(settings.folder().resolve("../" + name))).isFalse();
    }

    @Test
    void aFileNameIsTextAndNoPath() {
        var page = waitFor(upload("people", "names", "C:\\x\\<img src=x onerror=alert(1)>.csv", people("names", 1)));
        assertThat(page).contains("&lt;img src=x").doesNotContain("<img src=x", "C:\\x");
    }

    @Test
    void nothingIsNoFile() {
        assertThat(send("people", "none", "none.csv", new byte[0]))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a file that is not empty");
    }

    private static byte[] people(String prefix, int many) {
        var lines = new StringBuilder("id,name,email\n");
        IntStream.range(0, many)
                .forEach(n -> lines.append("%1$s-%2$d,Pat %1$s%2$d,pat.%1$s.%2$d@example.org\n".formatted(prefix, n)));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private MvcTestResult send(String kind, String source, String name, byte[] bytes) {
        return browser.post()
                .uri("/administration/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", bytes))
                .param("kind", kind)
                .param("source", source)
                .with(as(nadia, "ADMINISTRATOR"))
                .exchange();
    }

    private String upload(String kind, String source, String name, byte[] bytes) {
        var sent = send(kind, source, name, bytes);
        assertThat(sent).hasStatus(303);
        return String.valueOf(sent.getResponse().getHeader("Location"));
    }

    private MvcTestResult execute(String run, String gone) {
        return browser.post()
                .uri(run + "/execution")
                .param("gone", gone)
                .with(as(nadia, "ADMINISTRATOR"))
                .exchange();
    }

    private String go(String checked) {
        var begun = execute(checked, "");
        assertThat(begun).hasStatus(303);
        return String.valueOf(begun.getResponse().getHeader("Location"));
    }

    private String done(String run) {
        waitFor(run);
        return run;
    }

    private String waitFor(@Nullable String run) {
        return await().until(
                        () -> body(browser.get()
                                .uri(String.valueOf(run))
                                .with(as(nadia, "ADMINISTRATOR"))
                                .exchange()),
                        page -> !page.contains("data-controller=\"refresh\""));
    }

    private long count(String source) {
        return jdbc.sql("select count(*) from person_external_id where source = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private long active(String source) {
        return jdbc.sql("""
                select count(*) from person_external_id x join person p on p.id = x.person_id
                 where x.source = :source and p.state <> 'deactivated'
                """).param("source", source).query(Long.class).single();
    }

    // The file goes a moment after the report stands.
    private void nothingIsLeftOf(String source) {
        await().untilAsserted(() -> {
            assertThat(waiting(source)).isZero();
            assertThat(forgotten()).isEmpty();
        });
    }

    private long waiting(String source) {
        return jdbc.sql(
                        "select count(*) from import_upload u join import_run r on r.id = u.run_id where r.source = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private List<String> forgotten() throws IOException {
        var known = jdbc.sql("select stored::text from import_upload")
                .query(String.class)
                .list();
        try (var files = Files.walk(settings.folder().resolve("uploads"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !known.contains(name))
                    .toList();
        }
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
