package org.parvis.moderation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class ReportsInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Communities communities;

    @Autowired
    Memberships memberships;

    @Autowired
    Posts posts;

    @Autowired
    Cast cast;

    Viewer bruno;
    Viewer lucia;
    PostId post;

    @BeforeEach
    void aWorkshop() {
        bruno = cast.bruno();
        lucia = cast.lucia();
        var workshop =
                communities.create(bruno, new CommunityForm("Workshop", "", "business", "request", true, null, null));
        memberships.put(bruno, workshop, cast.priya().id(), Standing.MEMBER);
        memberships.put(bruno, workshop, lucia.id(), Standing.MEMBER);
        post = posts.publish(cast.priya(), workshop, "Whoever made this pump is a fool.");
    }

    @Test
    void fromTheMenuToTheDecision() {
        walk(browsers.of(lucia), browsers.of(bruno), true);
    }

    @Test
    void withoutScriptToo() {
        walk(browsers.withoutScript(lucia), browsers.withoutScript(bruno), false);
    }

    private void walk(Page hers, Page his, boolean script) {
        hers.navigate("/posts/" + post);
        if (script) {
            hers.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Actions on the post by Priya Nair"))
                    .or(hers.locator("#post_" + post + " header button"))
                    .first()
                    .click();
            hers.getByRole(
                            AriaRole.LINK,
                            new GetByRoleOptions().setName("Report").setExact(true))
                    .click();
        } else {
            hers.navigate("/posts/" + post + "/report");
        }
        assertThat(hers.getByText("The owners of Workshop will see")).isVisible();
        accessible(hers, script);

        hers.getByLabel("What should be known about it?").fill("Not how we talk");
        hers.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Report").setExact(true))
                .click();
        assertThat(hers.getByText("Choose what is wrong.")).isVisible();
        assertThat(hers.getByLabel("What should be known about it?")).hasValue("Not how we talk");
        accessible(hers, script);
        hers.getByText("Disrespect", new Page.GetByTextOptions().setExact(true)).click();
        hers.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Report").setExact(true))
                .click();
        assertThat(hers.getByText("Thank you. You will be told")).isVisible();
        hers.reload();
        accessible(hers, script);

        his.navigate("/reports");
        accessible(his, script);
        his.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Post by Priya Nair"))
                .click();
        assertThat(his.getByText("Not how we talk")).isVisible();
        accessible(his, script);
        his.getByText("Hide", new Page.GetByTextOptions().setExact(true)).click();
        his.getByLabel("Why?").fill("Be kind");
        his.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Decide").setExact(true))
                .click();
        assertThat(his.getByText("It is decided.")).isVisible();
        his.reload();
        accessible(his, script);

        hers.reload();
        assertThat(hers.getByText("Be kind")).isVisible();
    }

    // Axe is a script itself.
    private static void accessible(Page page, boolean script) {
        if (script) {
            Assertions.assertThat(Axe.faults(page)).isEmpty();
        }
    }
}
