package org.parvis.conversation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
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
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

@BrowserTest
class FilesInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    Viewer bruno;

    @BeforeEach
    void somebody() {
        bruno = cast.bruno();
    }

    @Test
    void filesLeaveAsSoonAsTheyAreChosen() throws IOException {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("The hall and its plan");

        choose(page, picture("hall.png"), text("plan.txt", "The plan"), text("nothing.txt", ""));
        var list = page.getByLabel("Files", new Page.GetByLabelOptions().setExact(true));
        assertThat(list.getByText("hall.png")).isVisible();
        assertThat(list.getByText("This file is empty.")).isVisible();
        page.getByLabel("Description for those who do not see the picture").fill("The hall by night");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        button(page, "Post").click();

        assertThat(page.getByRole(AriaRole.IMG, new GetByRoleOptions().setName("The hall by night")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("plan.txt")))
                .isVisible();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        Assertions.assertThat(
                        page.waitForDownload(() -> page.getByText("plan.txt").click())
                                .suggestedFilename())
                .isEqualTo("plan.txt");
    }

    @Test
    void whatIsTakenOutDoesNotComeWithThePost() {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("No plan");
        choose(page, text("plan.txt", "The plan"));

        button(page, "Remove plan.txt").click();
        assertThat(page.getByText("plan.txt")).hasCount(0);
        button(page, "Post").click();

        assertThat(page.getByText("No plan")).isVisible();
        assertThat(page.getByText("plan.txt")).hasCount(0);
    }

    @Test
    void filesComeAlongWithoutAScript() {
        var page = browsers.withoutScript(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("The plan");
        page.locator("input[type=file]").setInputFiles(text("plan.txt", "The plan"));
        button(page, "Preview").click();
        assertThat(page.getByText("plan.txt")).isVisible();
        button(page, "Post").click();

        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("plan.txt")))
                .isVisible();
    }

    @Test
    void rewordingTakesOneOutAndAnotherIn() {
        var page = browsers.of(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("The plan of the hall");
        choose(page, text("old.txt", "The old plan"));
        assertThat(button(page, "Remove old.txt")).isVisible();
        button(page, "Post").click();
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("old.txt")))
                .isVisible();

        page.navigate(page.url() + "/edit");
        button(page, "Remove old.txt").click();
        choose(page, text("new.txt", "The new plan"));
        assertThat(button(page, "Remove new.txt")).isVisible();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        button(page, "Save").click();

        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("new.txt")))
                .isVisible();
        assertThat(page.getByText("old.txt")).hasCount(0);
    }

    @Test
    void rewordingWithoutAScriptDoesSo() {
        var page = browsers.withoutScript(bruno);
        page.navigate("/posts/new");
        page.getByLabel("Your text").fill("The plan without a script");
        page.locator("input[type=file]").setInputFiles(text("old.txt", "The old plan"));
        button(page, "Post").click();

        page.navigate(page.url() + "/edit");
        button(page, "Remove old.txt").click();
        assertThat(page.getByText("old.txt")).hasCount(0);
        page.locator("input[type=file]").setInputFiles(text("new.txt", "The new plan"));
        button(page, "Save").click();

        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("new.txt")))
                .isVisible();
        assertThat(page.getByText("old.txt")).hasCount(0);
    }

    private static void choose(Page page, FilePayload... files) {
        page.waitForFileChooser(() -> button(page, "Attach files").click()).setFiles(files);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static FilePayload picture(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return new FilePayload(name, "image/png", bytes.toByteArray());
    }
}
