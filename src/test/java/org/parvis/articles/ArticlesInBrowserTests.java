package org.parvis.articles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

@BrowserTest
class ArticlesInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    private Viewer bruno;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
    }

    @Test
    void writtenWithPicturesReadAndPrinted() throws IOException {
        var page = browsers.of(bruno);
        page.navigate("/posts/new?kind=article&draft=new");
        page.getByLabel("Title").fill("How pumps last");
        var text = page.getByLabel("Your article");
        text.fill("First words.\n\nOne");
        button(page, "Heading").click();
        assertThat(text).hasValue("First words.\n\n## One");
        page.locator("input[type=file]").setInputFiles(new FilePayload("pump.png", "image/png", picture()));
        page.getByLabel("Description for those who do not see the picture").fill("A [red] pump");
        text.focus();
        page.keyboard().press("Control+End");
        button(page, "Insert in the text").click();
        assertThat(text).hasValue(Pattern.compile("[\\s\\S]*## One\n\n!\\[A red pump\\]\\(file:\\d+\\)\n\n"));
        page.keyboard().type("## Two\n\nMore.\n\n## Three\n\nThe end.");
        page.locator("input[type=file]").setInputFiles(new FilePayload("cover.png", "image/png", picture()));
        cover(page).nth(1).check();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        button(page, "Publish the article").click();

        var body = page.locator(".post-body");
        assertThat(body.locator(".prose img")).hasAttribute("alt", "A red pump");
        assertThat(body.locator(".cover img")).isVisible();
        assertThat(body.locator(".photos")).hasCount(0);
        body.locator(".contents").getByText("Three").click();
        assertThat(page).hasURL(Pattern.compile(".*#p\\d+-three"));
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".topbar")).isHidden();
        assertThat(page.locator(".sidenav").first()).isHidden();
        assertThat(page.locator(".post-bar").first()).isHidden();
        assertThat(body.locator(".prose")).isVisible();
        assertThat(body.locator("h2")).isVisible();
        Assertions.assertThat(page.pdf()).isNotEmpty();
    }

    @Test
    void holdsAtEveryWidthAndWithoutAScript() throws IOException {
        var writer = browsers.of(bruno, new NewContextOptions().setJavaScriptEnabled(false));
        writer.navigate("/posts/new?kind=article&draft=new");
        writer.getByLabel("Title").fill("An article with a rather long title about pumps, seals and everything");
        writer.getByLabel("Your article")
                .fill("## One\n\nWords\n\n## Two\n\nWords\n\n## Three\n\n" + "long".repeat(80));
        writer.locator("input[type=file]").setInputFiles(new FilePayload("pump.png", "image/png", picture()));
        button(writer, "Preview").click();
        assertThat(button(writer, "Insert in the text")).isHidden();
        cover(writer).check();
        button(writer, "Publish the article").click();
        assertThat(writer.locator(".cover img")).isVisible();
        var address = writer.url();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(320, 390, 1440)) {
                var page = browsers.of(
                        bruno, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                for (var one : List.of(address, "/", "/posts/new?kind=article&draft=new")) {
                    page.navigate(one);
                    Assertions.assertThat(Axe.faults(page))
                            .as(one + " " + scheme + " " + width)
                            .isEmpty();
                    Assertions.assertThat(page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                            .as(one + " fits in " + width)
                            .isEqualTo(true);
                }
            }
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static Locator cover(Page page) {
        return page.getByLabel("Cover", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
