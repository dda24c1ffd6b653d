package org.parvis.platform.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.testing.Axe;
import org.parvis.testing.Chromium;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class LookInBrowserTests {

    static final Locator.GetByTextOptions EXACTLY = new Locator.GetByTextOptions().setExact(true);

    static ServedLook look;

    final List<String> complaints = new ArrayList<>();
    com.microsoft.playwright.Page page;

    @BeforeAll
    static void open() throws IOException {
        look = new ServedLook();
    }

    @AfterAll
    static void close() {
        look.close();
    }

    @BeforeEach
    void newPage() {
        page = Chromium.browser().newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf() {
        page.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/design", "/gate", "/missing", "/fallen"})
    void nothingOverflowsAtAnyWidth(String path) {
        for (int width : new int[] {320, 390, 1024, 1440}) {
            page.setViewportSize(width, 900);
            page.navigate(look.url(path + "?language=fr"));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path + " at " + width)
                    .isEqualTo(width);
            shoot(path.substring(1) + "-" + width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/design?theme=light", "/design?theme=dark", "/gate?theme=dark", "/missing", "/fallen"})
    void everyoneCanUseIt(String path) {
        page.setViewportSize(1440, 900);
        page.navigate(look.url(path));
        assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void everyoneCanUseItOnAPhone() {
        page.setViewportSize(390, 844);
        page.navigate(look.url("/missing?language=fr"));
        assertThat(Axe.faults(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Menu")).click();
        assertThat(page.locator("#menu")).isVisible();
        shoot("menu-390");
        assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void theKeyboardSkipsToTheContent() {
        page.navigate(look.url("/design"));
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void theThemeIsShownAtOnceAndAfterwards() {
        page.navigate(look.url("/design?theme=light"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("My account, Nadia Berrada"))
                .click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Theme: light"))
                .click();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.waitForURL("**/design?theme=dark");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }

    @Test
    void menusOpenWithoutAScript() {
        var plain = Chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        var still = plain.newPage();
        still.navigate(look.url("/design"));
        still.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("My account, Nadia Berrada"))
                .click();
        assertThat(still.locator("#account")).isVisible();
        plain.close();
    }

    @Test
    void slashBringsTheFocusToTheSearch() {
        page.navigate(look.url("/design"));
        var search = page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("Search"));
        page.keyboard().press("/");
        assertThat(search).isFocused();
        assertThat(search).hasValue("");
    }

    @Test
    void theAccountMenuOpensUnderItsButton() {
        page.navigate(look.url("/design"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("My account, Nadia Berrada"))
                .click();
        assertThat(page.locator("#account")).isVisible();
        assertThat(page.locator("#account").boundingBox().y).isGreaterThan(30);
        shoot("account");
        page.keyboard().press("Escape");
        assertThat(page.locator("#account")).isHidden();
    }

    @Test
    void aDialogAsksBeforeItActs() {
        page.navigate(look.url("/design"));
        page.locator("[data-dialog-id-value=light-confirm]").click();
        assertThat(page.locator("#light-confirm")).isVisible();
        page.locator("#light-confirm").getByText("Cancel").click();
        assertThat(page.locator("#light-confirm")).isHidden();
    }

    @Test
    void pressingTwiceSendsOnce() {
        page.navigate(look.url("/design"));
        page.locator("[data-dialog-id-value=light-confirm]").click();
        page.locator("#light-confirm").getByText("Delete", EXACTLY).dblclick();
        assertThat(page.locator("#light-confirm")).isHidden();
        assertThat(look.deletions()).isOne();
    }

    @Test
    void oneBoxTicksAllTheOthers() {
        page.navigate(look.url("/design"));
        page.getByLabel("Select everyone on this page").first().check();
        assertThat(page.locator("[data-select-all-target=count]").first()).hasText("2 people selected");
        page.getByLabel("Select Ananya Iyer").first().uncheck();
        assertThat(page.locator("[data-select-all-target=count]").first()).hasText("1 person selected");
    }

    @Test
    void countsDownWhenTheEndOfATextIsNear() {
        page.navigate(look.url("/design"));
        var left = page.locator("[data-counter-target=left]").first();
        assertThat(left).isHidden();
        page.getByLabel("Comment", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("x".repeat(270));
        assertThat(left).hasText("Characters left: 10");
    }

    // For whoever compares with the design: target/shots.
    void shoot(String name) {
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/shots/" + name + ".png")));
    }
}
