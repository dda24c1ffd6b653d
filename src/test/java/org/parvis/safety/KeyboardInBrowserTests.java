package org.parvis.safety;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import java.util.regex.Pattern;

/** A day without a mouse: everything is reached with Tab, by the role and name that a screen reader would say. */
@BrowserTest
class KeyboardInBrowserTests {

    private static final int FAR = 150;

    @Autowired
    Browsers browsers;

    @Autowired
    Communities communities;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDayGoesByOnTheKeyboardAlone() {
        var priya = cast.priya();
        communities.create(cast.bruno(), new CommunityForm("Pumps", "What runs", "business", "open", true, null, null));
        Tokens.session(jdbc, priya);
        jdbc.sql("insert into credential values (:id, :hash, now())")
                .param("id", priya.id().value())
                .param("hash", new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode("pompes et vannes"))
                .update();

        var page = browsers.visitor(new com.microsoft.playwright.Browser.NewContextOptions());
        page.navigate("/sign-in");
        type(page, AriaRole.TEXTBOX, "E-mail", "priya.nair@example.org");
        page.keyboard().press("Tab");
        page.keyboard().type("pompes et vannes");
        press(page, AriaRole.BUTTON, "Enter");
        assertThat(page).hasURL(Pattern.compile("/$"));

        press(page, AriaRole.LINK, "Share, ask, suggest");
        type(page, AriaRole.TEXTBOX, "Your text", "Who has a spare seal?");
        press(page, AriaRole.BUTTON, "Post");
        assertThat(page.locator("#feed .post")).containsText("Who has a spare seal?");
        focusIsSomewhere(page);

        press(page, AriaRole.BUTTON, "Useful");
        assertThat(page.locator("#feed button[aria-pressed=true]").first()).hasText("Useful");
        focusIsSomewhere(page);

        press(page, AriaRole.LINK, "Comment");
        assertThat(page).hasURL(Pattern.compile("/posts/\\d+"));
        type(page, AriaRole.TEXTBOX, "Your comment", "I looked in the store already.");
        press(page, AriaRole.BUTTON, "Comment");
        assertThat(page.locator("article.comment")).containsText("in the store");
        focusIsSomewhere(page);

        press(page, AriaRole.LINK, "Communities");
        press(page, AriaRole.LINK, "Pumps");
        assertThat(page).hasURL(Pattern.compile("/communities/\\d+$"));
        press(page, AriaRole.BUTTON, "Join");
        assertThat(page.getByRole(
                        AriaRole.BUTTON, new GetByRoleOptions().setName("Join").setExact(true)))
                .hasCount(0);

        press(page, AriaRole.BUTTON, "My account");
        press(page, AriaRole.BUTTON, "Sign out");
        assertThat(page).hasURL(Pattern.compile("/sign-in"));
    }

    private static void type(Page page, AriaRole role, String name, String text) {
        reach(page, role, name);
        page.keyboard().type(text);
    }

    private static void press(Page page, AriaRole role, String name) {
        reach(page, role, name);
        page.keyboard().press("Enter");
    }

    /** Goes there with Tab; every stop on the way must show that the focus is on it. */
    private static void reach(Page page, AriaRole role, String name) {
        var wanted = page.getByRole(role, new GetByRoleOptions().setName(name));
        assertThat(wanted.first()).isAttached();
        for (var stop = 0; stop < FAR; stop++) {
            if (isOn(wanted)) return;
            page.keyboard().press("Tab");
            assertThat((Boolean) page.evaluate("""
                    () => {
                      const on = document.activeElement
                      if (!on || on === document.body) return true
                      const look = getComputedStyle(on)
                      return look.outlineStyle !== 'none' || look.boxShadow !== 'none' || on.matches(':has(:focus-visible)')
                        || (on.parentElement !== null && getComputedStyle(on.parentElement).outlineStyle !== 'none')
                        || on.closest('label') !== null || on.matches('.input, input, textarea, select')
                    }"""))
                    .as("focus seen on " + page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
                    .isTrue();
        }
        throw new AssertionError("Tab never came to the %s %s".formatted(role, name));
    }

    private static boolean isOn(Locator wanted) {
        return wanted.all().stream().anyMatch(one -> (Boolean) one.evaluate("it => it === document.activeElement"));
    }

    private static void focusIsSomewhere(Page page) {
        assertThat(page.locator(":focus")).hasCount(1);
    }
}
