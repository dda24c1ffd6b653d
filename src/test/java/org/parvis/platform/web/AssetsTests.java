package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

class AssetsTests {

    static final int SHEET_BUDGET = 12 * 1024;

    // A page's HTML and the headers of ten answers must fit beside it in 150 KB.
    static final int FIRST_VISIT_BUDGET = 112 * 1024;

    static final Pattern COLOUR = Pattern.compile("(oklch|oklab|rgba?|hsla?|lab|lch|color)\\(|#[0-9a-fA-F]{3,8}\\b");

    static final Pattern ICON = Pattern.compile("template\\.parts\\.icon\\([^)]*?name = \"([a-z0-9-]+)\"");

    final Assets assets = new Assets();

    @Test
    void namesAFileByItsContent() {
        assertThat(assets.path("app.css")).matches("/assets/app-[0-9a-f]{16}\\.css");
        assertThat(assets.find(assets.path("app.css").substring("/assets/".length())))
                .isPresent();
        assertThat(assets.find("app.css")).isEmpty();
    }

    @Test
    void compressesWhatIsText() throws IOException {
        var sheet = assets.named("app.css");
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(sheet.compressed()))) {
            assertThat(plain.readAllBytes()).isEqualTo(sheet.plain());
        }
        assertThat(assets.named("source-sans-pro-latin-400-normal.woff2").isCompressed())
                .isFalse();
    }

    @Test
    void behavioursImportNothingTwice() {
        var names = new String(assets.named("app.js").plain(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("import {"))
                .flatMap(line -> Stream.of(
                        line.replaceAll("import \\{ (.+) } from .+", "$1").split(", ")))
                .toList();
        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void scriptsAreSentWithoutCommentsAndWithTheirLicences() {
        var turbo = new String(assets.named("turbo.js").plain(), StandardCharsets.UTF_8);
        assertThat(turbo).contains("37signals LLC").doesNotContainPattern("\\n\\s*//");
        assertThat(Script.dense("""
                /** What it
                 * is for. */
                function one() {
                  // why
                  return "http://one" // stays
                  /** @type {Some} */ (some).thing
                  /** What follows. */
                }
                """)).isEqualTo("""
                function one() {
                return "http://one" // stays
                /** @type {Some} */ (some).thing
                }
                """);
    }

    @Test
    void sheetFitsItsBudget() {
        assertThat(assets.named("app.css").compressed()).hasSizeLessThan(SHEET_BUDGET);
    }

    @Test
    void firstVisitFitsItsBudget() {
        var sum = Stream.of(
                        "app.css",
                        "icons.svg",
                        "app.js",
                        "turbo.js",
                        "stimulus.js",
                        "parvis.svg",
                        "source-sans-pro-latin-400-normal.woff2",
                        "source-sans-pro-latin-600-normal.woff2")
                .mapToInt(name -> assets.named(name).compressed().length)
                .sum();
        assertThat(sum).isLessThan(FIRST_VISIT_BUDGET);
    }

    @Test
    void sheetNamesItsFontsByTheirContent() {
        assertThat(text("app.css"))
                .contains(assets.named("source-sans-pro-latin-400-normal.woff2").fileName())
                .doesNotContain("normal.woff2");
    }

    @Test
    void policyAllowsTheImportMapAndNothingElseInline() {
        assertThat(assets.contentSecurityPolicy())
                .contains("default-src 'none'", "media-src 'self' blob:")
                .contains("script-src 'self' '" + Asset.integrity(assets.importMap()) + "'")
                .doesNotContain("unsafe", "nonce", "*");
    }

    @Test
    void registersEveryBehaviourByItsFileName() {
        assertThat(text("app.js"))
                .contains("application.register(\"select-all\", behaviour)")
                .contains("application.register(\"theme\", behaviour)")
                .doesNotContain("export default");
    }

    @Test
    void turboInstallsNoStyleOfItsOwn() {
        assertThat(text("turbo.js")).doesNotContain("this.installStylesheetElement();");
        assertThat(text("app.css")).contains(".turbo-progress-bar");
    }

    @Test
    void everyIconOfATemplateIsInTheSprite() throws IOException {
        var sprite = text("icons.svg");
        assertThat(icons()).isNotEmpty().allSatisfy(icon -> assertThat(sprite).contains("\"i-" + icon + "\""));
    }

    @Test
    void onlyTheTokensHoldColours() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/web/css"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".css"))
                            .filter(file -> !file.endsWith("tokens.css"))
                            .toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(
                                    COLOUR.matcher(Files.readString(file)).find())
                            .isFalse());
        }
    }

    static List<String> icons() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            return templates
                    .filter(Files::isRegularFile)
                    .map(AssetsTests::read)
                    .flatMap(text -> ICON.matcher(text).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    String text(String name) {
        return new String(assets.named(name).plain(), StandardCharsets.UTF_8);
    }
}
