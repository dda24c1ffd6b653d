package org.parvis.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A post's pictures, large over the page. */
@BrowserTest
class LightboxInBrowserTests {

    // A finger that goes along the screen, as the browser tells of it.
    private static final String SWIPE = """
            (dialog, [from, to, fingers]) => {
              const touch = (x, identifier = 0) => new Touch({ identifier, target: dialog, clientX: x, clientY: 300 })
              const all = [touch(from), touch(from, 1)].slice(0, fingers)
              dialog.dispatchEvent(new TouchEvent("touchstart", { touches: all, changedTouches: all }))
              dialog.dispatchEvent(new TouchEvent("touchend", { touches: [], changedTouches: [touch(to)] }))
            }
            """;

    @Autowired
    Browsers browsers;

    @Autowired
    Posts posts;

    @Autowired
    Attachments attachments;

    @Autowired
    Cast cast;

    Viewer bruno;
    PostId post;
    long second;

    @BeforeEach
    void threePictures() throws IOException {
        bruno = cast.bruno();
        second = keep(800, 1200);
        post = posts.publish(
                bruno,
                null,
                "The works",
                List.of(
                        new Enclosure(keep(1200, 800), "The gate"),
                        new Enclosure(second, "The tower"),
                        new Enclosure(keep(60, 40), "")));
    }

    @Test
    void theKeyboardWalksThroughThem() {
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);
        var link = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("The gate"));
        link.focus();
        page.keyboard().press("Enter");

        var dialog = page.getByRole(AriaRole.DIALOG, new GetByRoleOptions().setName("Pictures"));
        assertThat(dialog).isVisible();
        assertThat(button(page, "Close")).isFocused();
        assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("1 of 3 · The gate");
        assertThat(dialog).hasAccessibleDescription("1 of 3 · The gate");
        Assertions.assertThat(Axe.faults(page)).isEmpty();

        page.keyboard().press("ArrowRight");
        assertThat(dialog.getByRole(AriaRole.IMG)).hasAccessibleName("The tower");
        assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("2 of 3 · The tower");
        assertThat(dialog.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Save this picture")))
                .hasAttribute("href", browsers.address() + "/files/" + second);
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("1 of 3 · The gate");
        page.keyboard().press("ArrowLeft");
        assertThat(dialog.getByRole(AriaRole.STATUS)).containsText("3 of 3");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Escape");

        assertThat(dialog).isHidden();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("The tower")))
                .isFocused();
        Assertions.assertThat(page.url()).endsWith("/posts/" + post);
    }

    @Test
    void buttonsAndFingersTurnThem() {
        var page = browsers.of(bruno, new NewContextOptions().setHasTouch(true).setViewportSize(390, 844));
        page.navigate("/posts/" + post);
        picture(page, "The gate").tap();
        var words = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.STATUS);

        button(page, "Next picture").tap();
        assertThat(words).hasText("2 of 3 · The tower");
        button(page, "Previous picture").tap();
        assertThat(words).hasText("1 of 3 · The gate");
        swipe(page, 300, 100, 1);
        assertThat(words).hasText("2 of 3 · The tower");
        swipe(page, 100, 300, 1);
        assertThat(words).hasText("1 of 3 · The gate");
        swipe(page, 300, 100, 2);
        swipe(page, 300, 290, 1);
        assertThat(words).hasText("1 of 3 · The gate");
        button(page, "Close").tap();
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void aPictureIsNeverLargerThanItIsAndStaysWhereItStands() {
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);
        page.locator(".photos a").last().click();
        var shown = page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.IMG);

        Assertions.assertThat(shown.boundingBox().width).isEqualTo(60);
        button(page, "Previous picture").click();
        assertThat(shown).hasJSProperty("complete", true);
        var box = shown.boundingBox();
        Assertions.assertThat(box.y + box.height).isLessThanOrEqualTo(page.viewportSize().height);
    }

    @Test
    void onePictureHasNoNext() throws IOException {
        var alone = posts.publish(bruno, null, "One", List.of(new Enclosure(keep(400, 300), "The clock")));
        var page = browsers.of(bruno);
        page.navigate("/posts/" + alone);
        picture(page, "The clock").click();

        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.STATUS)).hasText("The clock");
        assertThat(button(page, "Next picture")).isHidden();
        page.keyboard().press("ArrowRight");
        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.STATUS)).hasText("The clock");
    }

    @Test
    void whatComesToAnOpenPageOpensToo() throws IOException {
        var page = browsers.of(bruno);
        page.navigate("/?view=company");
        picture(page, "The gate").click();
        button(page, "Close").click();
        var picture = keep(640, 480);
        page.locator("#composer a.open").click();
        page.getByLabel("Your text").fill("The yard");
        page.evaluate("""
                id => document.querySelector("form.compose").insertAdjacentHTML("beforeend",
                    `<input type="hidden" name="files" value="${id}"><input type="hidden" name="alt-${id}" value="The yard by night">`)
                """, Long.toString(picture));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Post").setExact(true))
                .click();
        picture(page, "The yard by night").click();

        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.STATUS)).hasText("The yard by night");
        Assertions.assertThat(page.locator("dialog.lightbox").count()).isOne();
    }

    @Test
    void withoutAScriptTheLinkLeadsToThePicture() {
        var page = browsers.withoutScript(bruno);
        page.navigate("/posts/" + post);
        var link = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("The tower"));

        assertThat(link).hasAttribute("href", "/files/" + second + "/2048");
        assertThat(page.request().get("/files/" + second + "/2048")).isOK();
        assertThat(page.locator("dialog.lightbox")).hasCount(0);
    }

    private static Locator picture(Page page, String alt) {
        return page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName(alt)).first();
    }

    private static Locator button(Page page, String name) {
        return page.locator("dialog.lightbox").getByLabel(name);
    }

    private static void swipe(Page page, int from, int to, int fingers) {
        page.locator("dialog.lightbox").evaluate(SWIPE, List.of(from, to, fingers));
    }

    private long keep(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return attachments
                .keep(bruno.id().value(), "picture.png", new ByteArrayResource(bytes.toByteArray()), bytes.size())
                .id();
    }
}
