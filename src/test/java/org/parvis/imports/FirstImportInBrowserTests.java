package org.parvis.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** From a file to a person who is in, without any mail server. */
@BrowserTest
class FirstImportInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Cast cast;

    @Test
    void whoeverIsImportedAndInvitedArrivesHome() {
        var nadia = browsers.of(cast.nadia());
        bringIn(nadia);
        var link = invite(nadia);
        try (var elsewhere = nadia.context().browser().newContext(new NewContextOptions())) {
            var zoe = elsewhere.newPage();
            zoe.navigate(link);
            assertThat(heading(zoe)).hasText("Welcome, Zoé Quill");
            zoe.getByLabel("New password").fill("a sentence that does very well");
            button(zoe, "Enter").click();
            zoe.getByLabel("I have read the charter").check();
            button(zoe, "Enter Parvis").click();
            assertThat(zoe.getByRole(AriaRole.LINK, named("See my profile"))).isVisible();
            zoe.getByRole(AriaRole.LINK, named("Enter Parvis")).click();
            zoe.waitForURL(browsers.address() + "/");
            assertThat(zoe.getByRole(AriaRole.BUTTON, named("My account, Zoé Quill")))
                    .isVisible();
        }
    }

    private void bringIn(Page page) {
        page.navigate("/administration/imports/new");
        page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(new FilePayload(
                        "staff.csv",
                        "text/csv",
                        "id;nom;courriel\n7;Zoé Quill;zoe@example.org\n".getBytes(StandardCharsets.UTF_8)));
        button(page, "Check").click();
        assertThat(heading(page)).hasText("Checked: staff.csv");
        page.getByRole(AriaRole.BUTTON, named("Import")).click();
        assertThat(heading(page)).hasText("Done: staff.csv");
    }

    private String invite(Page page) {
        page.navigate("/administration/people?state=not_invited");
        page.getByLabel("Select Zoé Quill").check();
        assertThat(page.getByText("1 person selected")).isVisible();
        button(page, "Invite the selection").click();
        assertThat(page.getByText("One invitation is on its way.")).isVisible();
        page.navigate("/administration/mail");
        page.getByRole(AriaRole.LINK, named("Your invitation to Valmont"))
                .first()
                .click();
        return page.locator("a[href*='/links/']").getAttribute("href");
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(Pattern.compile("^" + name + "$"));
    }
}
