package org.parvis.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parvis.testing.Axe;
import org.parvis.testing.Browsers;
import org.parvis.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;

/** The first page there ever is, on a network that nobody has set up: for everyone, at every width, in both languages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Browsers.class)
@ContextCustomizerFactories(OwnDatabase.Factory.class)
@DirtiesContext
class SetUpInBrowserTests {

    @Autowired
    Browsers browsers;

    @ParameterizedTest
    @CsvSource({"LIGHT,fr", "DARK,en"})
    void everyoneCanSetItUp(ColorScheme scheme, String language) {
        var page =
                browsers.visitor(new NewContextOptions().setColorScheme(scheme).setLocale(language));
        page.navigate("/");
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        usable(page);

        page.locator("#code").fill("AAAA-AAAA");
        page.locator("#network").fill("Valmont");
        page.locator("#name").fill("Nadia Berrada");
        page.locator("#email").fill("nadia@example.org");
        page.locator("#password").fill("pompes et vannes");
        page.locator("#password").press("Enter");
        assertThat(page.locator("#code")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#network")).hasValue("Valmont");
        usable(page);
        page.context().close();
    }

    private static void usable(Page page) {
        assertThat(Axe.faults(page)).isEmpty();
        for (var width : new int[] {320, 390, 1024, 1440}) {
            page.setViewportSize(width, 900);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("at " + width)
                    .isEqualTo(width);
        }
    }
}
