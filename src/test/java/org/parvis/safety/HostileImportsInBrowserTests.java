package org.parvis.safety;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.parvis.testing.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Every payload of the collection in every field of a directory and of past conversations, brought in as people do. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileImportsInBrowserTests {

    private static final int CHANNELS = 24;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> COLUMNS =
            List.of("job title", "department", "organisation", "unit", "site", "phone", "language", "time zone");

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    private List<String> payloads = List.of();

    @BeforeAll
    void read() throws IOException {
        payloads = Files.readAllLines(SharedData.file("attacks/xss.txt"));
    }

    @Test
    void nothingRunsOfWhatWasBroughtIn() throws IOException {
        var nadia = cast.nadia();
        var page = browsers.of(nadia);
        var trap = new Trap(page, browsers.address());
        bringIn(page, "people", file("text/csv", directory()));
        bringIn(page, "slack", file("application/zip", past()));
        assertThat(number("select count(*) from person where directory is not null"))
                .isGreaterThan(500);
        assertThat(number("select count(*) from post where source is not null")).isGreaterThan(400);

        addresses(nadia).forEach(trap::visit);
    }

    private List<String> addresses(Viewer nadia) {
        var all = new ArrayList<>(List.of(
                "/?view=company",
                "/communities",
                "/people?q=alert",
                "/search?q=script",
                "/administration/people?q=alert",
                "/administration/imports",
                "/administration/audit"));
        add(all, "/administration/imports/", "select id from import_run");
        add(all, "/communities/", "select id from community");
        add(all, "/posts/", "select post_id from comment group by post_id order by count(*) desc limit 5");
        add(all, "/people/", "select id from person where directory is not null and id % 40 = 0");
        add(all, "/people/", "select id from person where directory is null and kind = 'former' and id % 20 = 0");
        return all;
    }

    private void add(List<String> all, String path, String sql) {
        jdbc.sql(sql).query(Long.class).list().forEach(id -> all.add(path + id));
    }

    private FilePayload file(String type, byte[] bytes) {
        return new FilePayload("<img src=x onerror=alert(1)>.csv", type, bytes);
    }

    private void bringIn(Page page, String kind, FilePayload file) {
        page.navigate("/administration/imports/new");
        page.locator("input[name=kind][value=" + kind + "]").check(new Locator.CheckOptions().setForce(true));
        page.locator("input[name=file]").setInputFiles(file);
        button(page, "Check").click();
        assertThat(heading(page)).containsText("Checked:", patiently());
        button(page, "Import").click();
        assertThat(heading(page)).containsText("Done:", patiently());
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions patiently() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(Pattern.compile("^" + name + "$")));
    }

    private byte[] directory() {
        var header = Stream.concat(Stream.of("id", "email", "full name"), COLUMNS.stream());
        var extra = IntStream.range(0, 5).mapToObj(payloads::get);
        var lines = new StringBuilder(line(Stream.concat(header, extra)));
        for (var number = 0; number < payloads.size(); number++) {
            var payload = payloads.get(number);
            lines.append(line(Stream.concat(
                    Stream.of("p" + number, "p" + number + "@example.org", number + " " + payload),
                    Stream.generate(() -> payload).limit(COLUMNS.size() + 5L))));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(",", "", "\n"));
    }

    private byte[] past() throws IOException {
        var files = new LinkedHashMap<String, Object>();
        var channels = new ArrayList<Map<String, Object>>();
        files.put("channels.json", channels);
        files.put(
                "users.json",
                IntStream.range(0, payloads.size()).mapToObj(this::user).toList());
        for (var number = 0; number < CHANNELS; number++) {
            var name = number + " " + payloads.get(number * 20).replaceAll("[/\\\\]", "|");
            channels.add(Map.of(
                    "id", "C" + number,
                    "name", name,
                    "purpose", Map.of("value", payloads.get(number * 20 + 1)),
                    "topic", Map.of("value", payloads.get(number * 20 + 2)),
                    "members", List.of("U1")));
            files.put(name + "/2021-05-01.json", talk(number));
        }
        return zipped(files);
    }

    private Map<String, Object> user(int number) {
        return Map.of(
                "id", "U" + number,
                "name", payloads.get(number),
                "profile", Map.of("real_name", number + " " + payloads.get(number)));
    }

    private List<Map<String, Object>> talk(int channel) {
        return IntStream.range(0, payloads.size())
                .filter(number -> number % CHANNELS == channel)
                .mapToObj(number -> message(number, payloads.get(number)))
                .toList();
    }

    // Half a message is text, half are blocks; each third is an answer to the first.
    private Map<String, Object> message(int number, String payload) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", "message");
        message.put("user", "U" + number);
        message.put("text", payload);
        message.put("ts", "%d.000100".formatted(1_620_000_000 + number));
        message.put(
                "files",
                List.of(Map.of("id", "F" + number, "name", payload, "title", payload, "url_private", payload)));
        message.put(
                "attachments",
                List.of(Map.of("title", payload, "title_link", payload, "text", payload, "fallback", payload)));
        message.put("reactions", List.of(Map.of("name", payload, "users", List.of("U1"), "count", 1)));
        if (number % 2 == 1) {
            message.put(
                    "blocks",
                    List.of(Map.of(
                            "type",
                            "rich_text",
                            "elements",
                            List.of(Map.of(
                                    "type",
                                    "rich_text_section",
                                    "elements",
                                    List.of(
                                            Map.of("type", "text", "text", payload),
                                            Map.of("type", "link", "url", payload, "text", payload),
                                            Map.of(
                                                    "type",
                                                    "text",
                                                    "text",
                                                    payload,
                                                    "style",
                                                    Map.of("code", true))))))));
        }
        if (number % 7 == 6 && number >= CHANNELS) {
            message.put("thread_ts", "%d.000100".formatted(1_620_000_000 + number % CHANNELS));
        }
        return message;
    }

    private static byte[] zipped(Map<String, Object> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(JSON.writeValueAsBytes(file.getValue()));
            }
        }
        return bytes.toByteArray();
    }

    private int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
