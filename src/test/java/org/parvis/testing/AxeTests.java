package org.parvis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Axe finds what it is asked for, whichever way a colour is written and however often it was met before. */
class AxeTests {

    private static final String TEXTS = """
            <!doctype html><html lang="en"><title>Colours</title><main><h1>Colours</h1>
            <p style="background: oklch(1 0 0); color: %1$s">First</p>
            <p style="background: oklch(1 0 0); color: oklch(0.2 0 0)">Dark on light</p>
            <p style="background: oklch(1 0 0 / 50%%); color: %1$s">Again</p></main>
            """;

    @Test
    void whatHasTooLittleContrastIsFound() {
        assertThat(faults("oklch(0.8 0 0)"))
                .singleElement()
                .asString()
                .startsWith("color-contrast <p")
                .contains("First");
        assertThat(faults("rgb(0 0 0 / 20%)")).singleElement().asString().startsWith("color-contrast <p");
        assertThat(faults("oklch(0.3 0 0)")).isEmpty();
        assertThat(faults("rgb(0 0 0 / 80%)")).isEmpty();
    }

    @Test
    void aColourStaysWhatItIsWhateverIsMixedWithIt() {
        try (var page = Chromium.browser().newPage()) {
            page.setContent(TEXTS.formatted("rgb(0 0 0 / 80%)"));
            assertThat(Axe.faults(page)).isEmpty();
            page.evaluate("document.querySelector('p').style.background = 'rgb(0 0 0 / 80%)'");
            assertThat(Axe.faults(page, "color-contrast"))
                    .singleElement()
                    .asString()
                    .contains("First");
            page.evaluate("document.querySelector('p').style.background = ''");
            assertThat(Axe.faults(page)).isEmpty();
        }
    }

    private static List<String> faults(String colour) {
        try (var page = Chromium.browser().newPage()) {
            page.setContent(TEXTS.formatted(colour));
            return Axe.faults(page);
        }
    }
}
