package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Files made to do harm, handed in wherever files are taken. */
@ParvisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTests {

    private static final Path FILES = SharedData.file("attacks/files");
    private static final long MEGABYTE = 1 << 20;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Cast cast;

    @Autowired
    Communities communities;

    @Autowired
    JdbcClient jdbc;

    @Value("${parvis.data}")
    Path data;

    Set<Path> outside = Set.of();
    long heap;

    @BeforeAll
    void before() throws IOException {
        outside = outside();
        heap = heap();
    }

    @AfterAll
    void nothingIsWrittenOutsideAndNothingKeptInMemory() throws IOException {
        assertThat(outside()).isEqualTo(outside);
        assertThat(heap() - heap).isLessThan(64 * MEGABYTE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNoPicture(Path file) throws IOException {
        var bruno = cast.bruno();
        assertThat(browser.post()
                        .uri("/people/" + bruno.id() + "/photo")
                        .multipart()
                        .file(upload("photo", file))
                        .with(as(bruno)))
                .hasStatus(422)
                .bodyText()
                .contains("aria-invalid=\"true\"");

        var place = communities.create(bruno, new CommunityForm("Pumps", "", "business", "open", true, null, null));
        assertThat(browser.post()
                        .uri("/communities/" + place + "/picture")
                        .multipart()
                        .file(upload("photo", file))
                        .with(as(bruno)))
                .hasStatus(303);
        assertThat(jdbc.sql("select count(*) from file").query(Integer.class).single())
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNoDirectoryAndNoPast(Path file) throws IOException {
        for (var kind : List.of("people", "slack")) {
            var answer = browser.post()
                    .uri("/administration/imports")
                    .multipart()
                    .file(upload("file", file))
                    .param("kind", kind)
                    .with(as(cast.nadia(), "ADMINISTRATOR"))
                    .exchange();
            assertThat(answer.getResponse().getStatus())
                    .as(file + " as " + kind)
                    .isIn(303, 422);
            await().atMost(Duration.ofSeconds(30)).until(() -> count("state = 'running'") == 0);
            var page = answer.getResponse().getRedirectedUrl();
            if (page != null) {
                assertThat(browser.get().uri(page).with(as(cast.nadia(), "ADMINISTRATOR")))
                        .as(file + " as " + kind)
                        .hasStatusOk();
            }
            assertThat(count("state = 'failed'")).as(file + " as " + kind).isZero();
        }
        assertThat(jdbc.sql("select count(*) from post").query(Integer.class).single())
                .isZero();
    }

    @Test
    void noNeighbourOnTheMachineReadsWhatWasBrought() throws IOException {
        var bruno = cast.bruno();
        assertThat(browser.post()
                        .uri("/people/" + bruno.id() + "/photo")
                        .multipart()
                        .file(upload("photo", FILES.resolve("png-ok-64x64.png")))
                        .with(as(bruno)))
                .hasStatus(303);
        assertThat(browser.delete().uri("/people/" + bruno.id() + "/photo").with(as(bruno)))
                .hasStatus(303);
        for (var folder : List.of("files", "uploads")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(folder))))
                    .as(folder)
                    .isEqualTo("rwx------");
        }
    }

    private static Stream<Path> files() throws IOException {
        return Files.list(FILES).filter(file -> !file.endsWith("png-ok-64x64.png") && isRefused(file));
    }

    // An animation is a picture: its first frame is kept.
    private static boolean isRefused(Path file) {
        return !file.toString().endsWith(".gif");
    }

    private static MockMultipartFile upload(String field, Path file) throws IOException {
        return new MockMultipartFile(
                field, file.getFileName().toString(), "application/octet-stream", Files.readAllBytes(file));
    }

    private int count(String condition) {
        return jdbc.sql("select count(*) from import_run where " + condition)
                .query(Integer.class)
                .single();
    }

    /** Where the archives' entries would land if their paths were followed from any folder we write in. */
    private Set<Path> outside() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var folders = List.of(data, data.resolve("files"), data.resolve("uploads"), temporary, Path.of(""));
        return entries()
                .flatMap(entry -> folders.stream()
                        .map(folder -> folder.toAbsolutePath().resolve(entry).normalize()))
                .filter(Files::exists)
                .collect(Collectors.toSet());
    }

    private static Stream<String> entries() throws IOException {
        return Files.list(FILES)
                .filter(file -> file.toString().contains("slip"))
                .flatMap(HostileFilesTests::names);
    }

    private static Stream<String> names(Path archive) {
        try (var zip = new ZipFile(archive.toFile())) {
            return zip.stream().map(entry -> entry.getName()).toList().stream();
        } catch (IOException unreadable) {
            return Stream.of();
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
