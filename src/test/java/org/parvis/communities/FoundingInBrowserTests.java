package org.parvis.communities;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.people.Viewer;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.regex.Pattern;

@BrowserTest
class FoundingInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Communities communities;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer priya;

    @BeforeEach
    void aCommunityThatIsClose() {
        bruno = cast.bruno();
        priya = cast.priya();
        communities.create(bruno, form("Predictive maintenance", "open", true));
        communities.create(bruno, form("Predictive maintenance board", "invitation", false));
    }

    @Test
    void whoeverTypesACloseNameMayJoinInstead() {
        var page = browsers.of(priya);
        typeACloseName(page);

        page.getByRole(AriaRole.BUTTON, named("Join Predictive maintenance")).click();

        assertThat(page).hasURL(Pattern.compile("/communities/\\d+$"));
        assertThat(page.getByRole(AriaRole.BUTTON, named("Your membership"))).isVisible();
    }

    @Test
    void whoeverSaysThatTheirsIsDifferentGoesOn() {
        var page = browsers.of(priya);
        typeACloseName(page);

        page.getByLabel("My subject is different").check();
        page.getByLabel("What is it for?").fill("Seals, and nothing else");
        page.getByText("On request", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.BUTTON, named("Create the community")).click();

        assertThat(page).hasURL(Pattern.compile("/communities/\\d+$"));
        assertThat(page.locator("h1")).hasText("Predictive maintenance of seals");
    }

    private static void typeACloseName(Page page) {
        page.navigate("/communities/new");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .pressSequentially("Predictive maintenance of seals");
        assertThat(page.getByText("Similar communities already exist")).isVisible();
        assertThat(page.getByText("Predictive maintenance board")).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static CommunityForm form(String name, String access, boolean listed) {
        return new CommunityForm(name, "What for", "business", access, listed, null, null);
    }
}
