package org.parvis.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parvis.testing.Cast.as;
import static org.parvis.testing.Cast.inFrench;

import com.jayway.jsonpath.JsonPath;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Submission;
import org.parvis.conversation.Version;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Revision;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Turbo;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

@ParvisTest
class ArticlesTests {

    private static final String TEXT = """
            The *first* words.

            ## One

            ![a red pump](file:%d)

            ## Two

            ### Deeper

            ## Three
            """;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Posts posts;

    @Autowired
    ArticleKind kind;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
    }

    @Test
    void isACardAmongOthersAndLaidOutOnItsPage() {
        var cover = picture();
        var inText = picture();
        var below = picture();
        var article = publish(TEXT.formatted(inText) + "word ".repeat(440), cover, cover, inText, below);

        var feed = page(priya, "/people/" + bruno.id() + "/posts")
                .select("#post_" + article)
                .getFirst();
        assertThat(feed.select("h2").text()).isEqualTo("How pumps last");
        assertThat(feed.select(".cover img").attr("src")).isEqualTo("/files/" + cover + "/640");
        assertThat(feed.text())
                .contains("The first words.", "2 minutes to read")
                .doesNotContain("Three", "word word");
        assertThat(feed.select("img[src^=/files/]")).hasSize(1);

        var thread = page(priya, "/posts/" + article);
        assertThat(thread.select("link[rel=stylesheet]").eachAttr("href")).anyMatch(href -> href.contains("/article-"));
        var body = thread.select("#post_" + article + "_text").getFirst();
        assertThat(body.select(".contents a").eachText()).containsExactly("One", "Two", "Deeper", "Three");
        assertThat(body.select(".contents a").eachAttr("href"))
                .allMatch(href -> thread.getElementById(href.substring(1)) != null);
        assertThat(body.select(".prose img").attr("src")).isEqualTo("/files/" + inText + "/640");
        assertThat(body.select(".prose img").attr("loading")).isEqualTo("lazy");
        assertThat(body.select(".photos img")).hasSize(1);
        assertThat(body.select(".photos img").attr("src")).isEqualTo("/files/" + below + "/640");
        assertThat(page(priya, "/").select("link[rel=stylesheet]")).hasSize(1);
    }

    @Test
    void hasNoContentsWhereThereIsLittleToFind() {
        var article = publish("## One\n\nWords.\n\n## Two\n\nMore.", null);
        assertThat(page(priya, "/posts/" + article).select(".contents")).isEmpty();
        assertThat(page(inFrenchText("/posts/" + article)).text()).contains("Une minute de lecture");
    }

    @Test
    void isLongerThanOtherPosts() {
        var longest = "é".repeat(200_000);
        var article = publish(longest, null);
        assertThat(posts.find(priya, article).text()).hasSize(200_000);
        posts.edit(bruno, article, longest.replaceFirst("é", "e"));
        assertThatThrownBy(() -> posts.edit(bruno, article, longest + "é")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> publish(longest + "é", null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> posts.publish(bruno, null, "é".repeat(40_001))).isInstanceOf(Invalid.class);
        assertThat(browser.post()
                        .uri("/drafts")
                        .with(as(bruno))
                        .param("kind", "article")
                        .param("draft", "21111111-2222-3333-4444-555555555555")
                        .param("title", "Long")
                        .param("text", longest))
                .hasStatus(303);
        assertThat(page(bruno, "/posts/new?draft=21111111-2222-3333-4444-555555555555")
                        .select("textarea[name=text]")
                        .getFirst()
                        .wholeText())
                .hasSize(200_000);
    }

    @Test
    void coverIsOneOfItsPictures() {
        var before = count("select count(*) from post");
        var another = picture();
        for (var wrong : List.of("" + another, "x", "999999999", "-1")) {
            assertThatThrownBy(() -> publish("Words", wrong, picture())).isInstanceOf(Invalid.class);
        }
        var note = attachments
                .keep(bruno.id().value(), "note.txt", new ByteArrayResource("A note".getBytes()), 6)
                .id();
        assertThatThrownBy(() -> publish("Words", "" + note, note)).isInstanceOf(Invalid.class);
        assertThat(count("select count(*) from post")).isEqualTo(before);

        var cover = picture();
        var article = publish("Words", cover, cover);
        posts.edit(bruno, article, "Words", new Revision(List.of(), List.of()));
        assertThat(page(priya, "/posts/" + article).select(".cover")).isEmpty();
    }

    @Test
    void isRewordedWithTheSameToolsAndAnotherCover() {
        var first = picture();
        var second = picture();
        var article = publish("Words", first, first, second);
        var form = page(bruno, "/posts/" + article + "/edit");
        assertThat(form.select("[aria-label=Heading]")).hasSize(1);
        assertThat(form.select("[data-action=files#insert]")).hasSize(2);
        assertThat(form.select("input[name=cover][checked]").eachAttr("value")).containsExactly("" + first);
        assertThat(browser.patch()
                        .uri("/posts/" + article)
                        .with(as(bruno))
                        .param("text", "Better words")
                        .param("files", "", "" + first, "" + second)
                        .param("cover", "" + second))
                .hasStatus(303);
        assertThat(page(priya, "/posts/" + article).select(".cover img").attr("src"))
                .isEqualTo("/files/" + second + "/1280");
        assertThat(browser.patch().uri("/posts/" + article).with(as(bruno)).param("text", "The text alone"))
                .hasStatus(303);
        assertThat(page(priya, "/posts/" + article).select(".cover img")).hasSize(1);
    }

    @Test
    void itsCoverIsTakenOut() {
        var cover = picture();
        var article = publish("Words", cover, cover);
        assertThat(page(bruno, "/posts/" + article + "/edit")
                        .select("input[name=cover]")
                        .eachAttr("value"))
                .containsExactlyInAnyOrder("", "" + cover);
        assertThat(browser.patch()
                        .uri("/posts/" + article)
                        .with(as(bruno))
                        .param("text", "Words")
                        .param("files", "", "" + cover)
                        .param("cover", ""))
                .hasStatus(303);
        var shown = page(priya, "/posts/" + article);
        assertThat(shown.select(".cover")).isEmpty();
        assertThat(shown.select(".photos img")).hasSize(1);
        assertThat(page(bruno, "/posts/" + article + "/edit")
                        .select("input[name=cover][checked]")
                        .eachAttr("value"))
                .containsExactly("");
    }

    @Test
    void itsTitleIsRewordedAndStaysInTheHistory() {
        var article = publish("Words", null);
        assertThat(page(bruno, "/posts/" + article + "/edit")
                        .select("textarea[name=title]")
                        .text())
                .isEqualTo("How pumps last");
        assertThat(reword(bruno, article, "first", "How seals last", "Words")).hasStatus(303);
        assertThat(posts.find(priya, article).title()).isEqualTo("How seals last");
        assertThat(posts.find(priya, article).edited()).isTrue();
        var history = page(bruno, "/posts/" + article + "/history");
        assertThat(history.select(".difference del").text()).contains("pumps");
        assertThat(history.select(".difference ins").text()).contains("seals");
        assertThat(history.select("details h2").text()).isEqualTo("How pumps last");
        assertThat(browser.get().uri("/api/v1/posts/" + article + "/history").with(as(bruno)))
                .bodyJson()
                .extractingPath("$.items[0].title")
                .isEqualTo("How pumps last");

        assertThat(reword(bruno, article, null, " ", "Other words"))
                .hasStatus(422)
                .bodyText()
                .contains("Other words", "aria-describedby=\"post_" + article + "_title-error\"");
        assertThat(browser.patch()
                        .uri("/api/v1/posts/" + article)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"How both last\"}")
                        .with(as(bruno)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.title")
                .isEqualTo("How both last");
        // A program that rewords the text alone leaves the title.
        posts.edit(bruno, article, "Yet other words");
        assertThat(posts.find(priya, article).title()).isEqualTo("How both last");
        var post = posts.publish(bruno, null, "A post without a title");
        assertThat(reword(bruno, post, "first", "A title", "A post still without"))
                .hasStatus(303);
        assertThat(posts.find(priya, post).title()).isNull();
    }

    @Test
    void twoWhoRewordItAtOnceSeeBothTexts() {
        var article = publish("Words", null);
        jdbc.sql("insert into post_coauthor (post_id, person_id, position) values (:post, :priya, 1)")
                .param("post", article.value())
                .param("priya", priya.id().value())
                .update();
        var opened = page(priya, "/posts/" + article + "/edit")
                .select("input[name=wording]")
                .val();
        assertThat(reword(bruno, article, opened, "Bruno’s title", "Bruno’s words"))
                .hasStatus(303);

        var refused = reword(priya, article, opened, "Priya’s title", "Priya’s words");
        assertThat(refused).hasStatus(409);
        var both = Jsoup.parse(body(refused));
        assertThat(both.select("[role=alert]").text()).contains("reworded meanwhile");
        assertThat(both.select(".notice details").text()).contains("Bruno’s title", "Bruno’s words");
        assertThat(both.select("textarea[name=text]").text()).isEqualTo("Priya’s words");
        assertThat(both.select("textarea[name=title]").text()).isEqualTo("Priya’s title");
        assertThat(posts.find(priya, article).text()).isEqualTo("Bruno’s words");

        // Sent once more, whoever goes on has seen both; sent twice is once.
        var seen = both.select("input[name=wording]").val();
        assertThat(reword(priya, article, seen, "Both titles", "Both words")).hasStatus(303);
        assertThat(reword(priya, article, seen, "Both titles", "Both words")).hasStatus(303);
        assertThat(posts.find(bruno, article).text()).isEqualTo("Both words");
        assertThat(posts.history(bruno, article, Cursor.NEWEST, 20).items())
                .extracting(Version::text)
                .containsExactly("Bruno’s words", "Words");
    }

    @Test
    void aFileThatCameMeanwhileIsNotTakenOutByWhoDidNotSeeIt() {
        var first = picture();
        var article = publish("Words", null, first);
        jdbc.sql("insert into post_coauthor (post_id, person_id, position) values (:post, :priya, 1)")
                .param("post", article.value())
                .param("priya", priya.id().value())
                .update();
        var opened = page(priya, "/posts/" + article + "/edit")
                .select("input[name=wording]")
                .val();
        var second = picture();
        posts.edit(
                bruno,
                article,
                "Words",
                new Revision(List.of(new Enclosure(first, ""), new Enclosure(second, "")), List.of()));

        var refused = browser.patch()
                .uri("/posts/" + article)
                .with(as(priya))
                .param("wording", opened)
                .param("title", "How pumps last")
                .param("text", "Words")
                .param("files", "", String.valueOf(first))
                .exchange();
        assertThat(refused).hasStatus(409);
        assertThat(posts.find(priya, article).files())
                .extracting(Attachment::id)
                .containsExactly(first, second);
        assertThat(Jsoup.parse(body(refused)).select("input[name=files]").eachAttr("value"))
                .contains(String.valueOf(first), String.valueOf(second));
    }

    @Test
    void carriesFortyPicturesWhereOthersCarryTen() {
        var pictures =
                Stream.generate(() -> new Enclosure(picture(), "")).limit(41).toList();
        assertThatThrownBy(() -> posts.publish(bruno, null, "Ten", pictures.subList(0, 11)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> posts.publish(
                        bruno, null, new Submission<>(kind, "Many", "Words", pictures, new ArticleDraft(null))))
                .isInstanceOf(Invalid.class);
        var article = posts.publish(
                bruno, null, new Submission<>(kind, "Many", "Words", pictures.subList(0, 40), new ArticleDraft(null)));
        assertThat(posts.find(priya, article).files()).hasSize(40);
        posts.edit(bruno, article, "Fewer", new Revision(pictures.subList(0, 39), List.of()));
        assertThat(posts.find(priya, article).files()).hasSize(39);
    }

    private MvcTestResult reword(Viewer viewer, PostId id, @Nullable String wording, String title, String text) {
        var request = browser.patch()
                .uri("/posts/" + id)
                .with(as(viewer))
                .param("title", title)
                .param("text", text);
        return (wording == null ? request : request.param("wording", wording)).exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void composerOffersHeadingsAndPlacesPicturesForArticlesOnly() throws UnsupportedEncodingException {
        assertThat(page(bruno, "/posts/new?kind=article").select("[aria-label=Heading]"))
                .hasSize(1);
        assertThat(page(bruno, "/posts/new?draft=new&kind=update").select("[aria-label=Heading]"))
                .isEmpty();
        var picture = picture();
        var again = browser.post()
                .uri("/posts")
                .with(as(bruno))
                .param("kind", "article")
                .param("text", "No title")
                .param("files", "" + picture)
                .param("cover", "" + picture)
                .exchange();
        assertThat(again).hasStatus(422);
        var form = Jsoup.parse(again.getResponse().getContentAsString());
        assertThat(form.select("input[name=cover]").getFirst().hasAttr("checked"))
                .isTrue();
        assertThat(form.select("[data-action=files#insert]")).hasSize(1);
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(bruno))
                        .accept(Turbo.STREAM, "text/html")
                        .param("kind", "article")
                        .param("text", "![seen](file:" + picture + ")")
                        .param("files", "" + picture))
                .hasStatusOk()
                .bodyText()
                .contains("/files/" + picture + "/640");
        assertThat(browser.post()
                        .uri("/posts/preview")
                        .with(as(priya))
                        .accept(Turbo.STREAM, "text/html")
                        .param("kind", "article")
                        .param("text", "![seen](file:" + picture + ")")
                        .param("files", "" + picture))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/files/");
    }

    @Test
    void programsWriteAndReadIt() throws UnsupportedEncodingException {
        var cover = picture();
        var made = browser.post()
                .uri("/api/v1/posts")
                .with(as(bruno))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"kind": "article", "title": "By a program", "text": "## A\\n\\nWords.", "files": ["%d"],
                         "article": {"cover": "%d"}}
                        """.formatted(cover, cover))
                .exchange();
        assertThat(made).hasStatus(201);
        var json = JsonPath.parse(made.getResponse().getContentAsString());
        assertThat(json.<String>read("$.article.cover")).isEqualTo("" + cover);
        assertThat(json.<Integer>read("$.article.readingMinutes")).isEqualTo(1);
        assertThat(json.<String>read("$.html")).contains("<h3 id=\"p" + json.read("$.id") + "-a\">A</h3>");
        assertThat(browser.post()
                        .uri("/api/v1/posts")
                        .with(as(bruno))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"article\", \"text\": \"Without a title\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("title");
    }

    private PostId publish(String text, @Nullable Object cover, Long... files) {
        return posts.publish(
                bruno,
                null,
                new Submission<>(
                        kind,
                        "How pumps last",
                        text,
                        Stream.of(files).map(file -> new Enclosure(file, "")).toList(),
                        new ArticleDraft(cover == null ? null : cover.toString())));
    }

    private long picture() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return attachments
                    .keep(bruno.id().value(), "pump.png", new ByteArrayResource(bytes.toByteArray()), bytes.size())
                    .id();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Document page(Viewer viewer, String address) {
        return page(body(viewer, address));
    }

    private static Document page(String html) {
        return Jsoup.parse(html);
    }

    private String inFrenchText(String address) {
        return body(inFrench(priya), address);
    }

    private String body(Viewer viewer, String address) {
        try {
            var answer = browser.get().uri(address).with(as(viewer)).exchange();
            assertThat(answer).hasStatusOk();
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
