package org.parvis.questions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parvis.conversation.Comments;
import org.parvis.people.Viewer;
import org.parvis.testing.Axe;
import org.parvis.testing.BrowserTest;
import org.parvis.testing.Browsers;
import org.parvis.testing.Cast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

@BrowserTest
@Import(Asking.class)
class AskingInBrowserTests {

    @Autowired
    Browsers browsers;

    @Autowired
    Asking asking;

    @Autowired
    Questions questions;

    @Autowired
    Comments comments;

    @Autowired
    Cast cast;

    private Viewer bruno;
    private Viewer priya;

    @BeforeEach
    void people() {
        bruno = cast.bruno();
        priya = cast.priya();
        asking.nothing();
    }

    @Test
    void whoAsksSeesThePromiseAndWhatWasAnsweredBefore() {
        var old = asking.ask(priya, null, "How do I store mechanical seals?");
        questions.accept(priya, comments.add(bruno, old, null, "Flat and dry."));
        var page = browsers.of(bruno);
        page.navigate("/posts/new?kind=question");
        assertThat(page.getByText("As promised: one working day")).isAttached();

        page.getByLabel("Your question").fill("Storing mechanical seals in winter?");
        assertThat(page.getByText("There may be an answer already.")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("How do I store mechanical seals?")))
                .isVisible();
        page.getByLabel("Answer expected").selectOption("4");
        assertThat(page.getByLabel("Answer expected")).hasValue("4");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.getByLabel("Details").fill("At −10 °C.");
        page.getByRole(AriaRole.BUTTON, named("Ask the question")).click();

        assertThat(page.locator(".sla")).containsText("Answer due by");
        assertThat(page.locator(".post .kind")).containsText("Question");
        // Without the word that fades in, which has no contrast at first.
        page.reload();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
    }

    @Test
    void whatIsWrongIsWhereOneGoesOn() {
        var page = neededInThePast(bruno);
        page.getByLabel("Your question").fill("Which torque?");

        page.getByRole(AriaRole.BUTTON, named("Ask the question")).click();

        assertThat(page.getByText("Choose a time in the coming twelve months.")).isVisible();
        assertThat(page.locator("#neededBy")).isFocused();
        assertThat(page.getByLabel("Your question")).hasValue("Which torque?");
    }

    @Test
    void whatIsLookedForIsNotGivenUpWhenAFormIsRefused() {
        var page = neededInThePast(cast.lucia());
        var held = new ArrayList<Route>();
        page.route("**/questions/similar?*", held::add);
        page.getByLabel("Your question").fill("Which torque?");
        page.waitForCondition(() -> !held.isEmpty());
        page.getByRole(AriaRole.BUTTON, named("Ask the question")).click();
        assertThat(page.getByText("Choose a time in the coming twelve months.")).isVisible();

        var answer = page.waitForResponse("**/questions/similar?*", () -> held.forEach(Route::resume));

        Assertions.assertThat(answer.finished()).isNull();
    }

    @Test
    void whatIsTypedWhileAFormIsRefusedStays() {
        var page = neededInThePast(cast.youssef());
        page.getByLabel("Your question").fill("Which torque");
        var held = new ArrayList<Route>();
        page.route("**/posts", held::add);
        page.getByRole(AriaRole.BUTTON, named("Ask the question")).click();
        page.waitForCondition(() -> !held.isEmpty());

        page.getByLabel("Details").press("End");
        page.getByLabel("Details").pressSequentially(" When cold.");
        held.forEach(Route::resume);

        assertThat(page.getByText("Choose a time in the coming twelve months.")).isVisible();
        assertThat(page.getByLabel("Your question")).hasValue("Which torque");
        assertThat(page.getByLabel("Details")).hasValue("For a double seal. When cold.");
        assertThat(page.getByLabel("Details")).isFocused();
    }

    @Test
    void whoAnswersInOnesPlaceIsFoundByTheBeginningOfTheirName() {
        cast.lucia();
        var page = browsers.of(priya);
        page.navigate("/settings");
        page.getByRole(AriaRole.LINK, named("Adjust")).click();
        var field = page.getByRole(AriaRole.TEXTBOX, named("Who answers in your place"));

        field.pressSequentially("luc");
        assertThat(page.getByRole(AriaRole.OPTION)).containsText("Lucía Moreno");
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        field.press("Enter");

        assertThat(field).hasValue("Lucía Moreno");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(0);
        page.getByLabel("Until").fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.getByText("Saved.")).isVisible();
        page.navigate("/settings");
        assertThat(page.getByText("Lucía Moreno answers in your place until")).isVisible();
    }

    @Test
    void anAcceptedAnswerShowsOnEveryOpenPage() {
        var post = asking.ask(bruno, null, "Which torque for a double seal?");
        comments.add(priya, post, null, "28 Nm when cold.");
        var readers = browsers.of(cast.lucia());
        readers.navigate("/posts/" + post);
        assertThat(readers.locator(".sla")).containsText("Answered in");
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);

        page.getByRole(AriaRole.BUTTON, named("Accept the answer of Priya Nair"))
                .click();

        assertThat(page.locator(".well.accepted")).containsText("28 Nm when cold.");
        assertThat(page.locator(".comment .tag")).containsText("Accepted");
        assertThat(page.getByRole(AriaRole.BUTTON, named("No longer accept the answer of Priya Nair")))
                .isFocused();
        assertThat(readers.locator(".well.accepted")).containsText("28 Nm when cold.");
        assertThat(readers.locator(".comment .tag")).containsText("Accepted");
        page.reload();
        Assertions.assertThat(Axe.faults(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, named("No longer accept the answer of Priya Nair"))
                .click();
        assertThat(page.locator(".well.accepted")).hasCount(0);
        assertThat(readers.locator(".well.accepted")).hasCount(0);
        assertThat(readers.locator(".comment .tag")).hasCount(0);
    }

    @Test
    void aFirstAnswerEndsTheCountdownWhereThePageIsOpen() {
        var post = asking.ask(bruno, null, "Which torque for a double seal?");
        var page = browsers.of(bruno);
        page.navigate("/posts/" + post);
        assertThat(page.locator("progress.ochre")).isVisible();

        comments.add(priya, post, null, "28 Nm when cold.");

        assertThat(page.locator(".sla.met")).containsText("Answered in");
        assertThat(page.locator("progress.ochre")).hasCount(0);
    }

    @Test
    void everyPageIsReadInEveryWidthAndLight() {
        asking.knows(priya, "Mechanical seals");
        var late = asking.ask(bruno, null, "Which mechanical seals are late?");
        asking.due(late, Instant.now().minusSeconds(7_200));
        asking.ask(bruno, null, "Which mechanical seals are new?");
        asking.called(late);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(390, 1440)) {
                var page = browsers.of(
                        priya, new NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                for (var address :
                        List.of("/questions", "/questions?view=late", "/settings/answering", "/", "/posts/" + late)) {
                    page.navigate(address);
                    Assertions.assertThat(Axe.faults(page))
                            .as(address + " " + scheme + " " + width)
                            .isEmpty();
                    Assertions.assertThat(fits(page)).as(address + " " + width).isEqualTo(true);
                }
            }
        }
    }

    // A question without its title, which will be refused.
    private Page neededInThePast(Viewer author) {
        var page = browsers.of(author);
        page.navigate("/posts/new?kind=question");
        page.getByLabel("Details").fill("For a double seal.");
        page.getByText("Needed by a certain time").click();
        page.getByLabel("Needed by", new Page.GetByLabelOptions().setExact(true))
                .fill("2020-01-01T10:00");
        return page;
    }

    private static Object fits(Page page) {
        return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
