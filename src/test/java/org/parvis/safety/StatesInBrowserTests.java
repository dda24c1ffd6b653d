package org.parvis.safety;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.inFrench;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.conversation.Posts;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.regex.Pattern;

/** What a page turns into: menus and dialogs that open, forms that come back, places with nothing in them, errors. */
@BrowserTest
class StatesInBrowserTests {

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

    @Autowired
    JdbcClient jdbc;

    Viewer bruno;
    Viewer priya;
    CommunityId pumps;

    @BeforeEach
    void aConversation() {
        bruno = cast.bruno();
        priya = cast.priya();
        jdbc.sql("insert into network_role values (:id, 'administrator', null, now()) on conflict do nothing")
                .param("id", bruno.id().value())
                .update();
        pumps = communities.create(
                bruno, new CommunityForm("Pumps", "What runs", "business", "request", true, null, null));
        memberships.enter(priya, pumps);
        memberships.agree(bruno, pumps, priya.id());
        posts.publish(bruno, pumps, "Does it hold?");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyoneCanUseWhatOpens(ColorScheme scheme) {
        var page = browsers.of(bruno, new NewContextOptions().setColorScheme(scheme));
        page.navigate("/communities/" + pumps);
        opens(page, "My account", "#account");
        opens(page, "Other actions on the post", ".post .menu:popover-open");
        opens(page, "React in another way", ".post .menu:popover-open");
        opens(page, "Your membership of Pumps", "header .menu:popover-open");

        page.getByRole(AriaRole.COMBOBOX).pressSequentially("pri");
        assertThat(page.locator("#suggestions [role=option]").first()).isVisible();
        accessible(page, "suggestions");
        page.keyboard().press("Escape");

        page.getByText("Write to Pumps").click();
        assertThat(page.getByLabel("Your text")).isFocused();
        page.keyboard().type("**Bold** @pri");
        assertThat(page.getByRole(AriaRole.LISTBOX)).containsText("Priya Nair");
        accessible(page, "the composer with the people to mention");
    }

    @Test
    void aDialogTakesTheFocusAndGivesItBack() {
        var page = browsers.of(bruno);
        page.navigate("/administration/people");
        var actions = button(page, "Actions for Priya Nair");
        actions.press("Enter");
        page.getByRole(
                        AriaRole.LINK,
                        new GetByRoleOptions().setName("Deactivate").setExact(true))
                .press("Enter");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        assertThat(dialog.locator(":focus")).hasCount(1);
        accessible(page, "a dialog");
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(actions).isFocused();
    }

    @Test
    void whoeverHasAPhoneOpensTheMenu() {
        var page = browsers.of(inFrench(bruno), new NewContextOptions().setViewportSize(390, 844));
        page.navigate("/");
        opens(page, "Menu", "#menu");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people?q=zzzz",
                "/search?q=zzzz",
                "/communities?q=zzzz",
                "/notifications",
                "/",
                "/?view=following",
                "/administration/people?q=zzzz",
                "/administration/audit?q=zzzz",
                "/administration/imports"
            })
    void nothingThereIsAPageToo(String address) {
        var newcomer = cast.person("Nora New", PersonKind.EMPLOYEE);
        var page = browsers.of(address.startsWith("/administration") ? bruno : newcomer);
        page.navigate(address);
        assertThat(page.locator(".empty").first()).isVisible();
        accessible(page, address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/communities/new", "/people/me/edit", "/settings", "/administration/people/new", "/posts/new"})
    void aFormComesBackWithWhatIsWrong(String address) {
        var page = browsers.of(bruno);
        page.navigate(address.replace("/me/", "/" + bruno.id() + "/"));
        page.evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
        page.locator("main form:not([role=search]) :is(input[name=name], input[name=pronouns], input[name=old],"
                        + " textarea[name=text])")
                .first()
                .evaluate("field => { field.removeAttribute('maxlength'); field.value = field.name === 'pronouns' ?"
                        + " 'x'.repeat(500) : ''; field.form.requestSubmit() }");
        var wrong = page.locator("main [aria-invalid=true]").first();
        assertThat(wrong).isVisible();
        assertThat(wrong).hasAccessibleDescription(Pattern.compile(".+"));
        accessible(page, address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/999999999", "/administration/people", "/communities/%s/settings"})
    void errorsAreForEveryone(String address) {
        var page = browsers.of(priya);
        // As a page that was found: a browser complains of every 404 in its console.
        page.route(
                "**" + address.formatted(pumps),
                route -> route.fulfill(
                        new Route.FulfillOptions().setResponse(route.fetch()).setStatus(200)));
        page.navigate(address.formatted(pumps));
        assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)))
                .isVisible();
        accessible(page, address);
    }

    private static void opens(Page page, String button, String opened) {
        var opener = button(page, button);
        opener.press("Enter");
        assertThat(page.locator(opened)).isVisible();
        accessible(page, button);
        page.keyboard().press("Escape");
        assertThat(page.locator(opened)).hasCount(opened.contains(":popover-open") ? 0 : 1);
        assertThat(opener).isFocused();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .first();
    }

    private static void accessible(Page page, String where) {
        assertThat(Axe.faults(page)).as(where).isEmpty();
    }
}
