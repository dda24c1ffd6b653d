package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.regex.Pattern;

/** What the design promises of its colours (WCAG 2.2, 1.4.3 and 1.4.11), computed from the tokens in both schemes. */
class ContrastTests {

    enum Scheme {
        LIGHT,
        DARK
    }

    static final double TEXT = 4.5;
    static final double SHAPE = 3;

    static final List<String> SURFACES = List.of("paper", "sheet", "sunk");
    static final String TOKENS = AssetSources.our("css/tokens.css");
    static final Pattern HUE = Pattern.compile("--h: (\\d+);");

    @ParameterizedTest
    @EnumSource
    void inkIsReadOnEverySurface(Scheme scheme) {
        for (var surface : SURFACES) {
            for (var ink : List.of("ink", "ink-2", "ink-3", "accent", "ochre", "brick")) {
                assertContrast(scheme, ink, surface, TEXT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsAreReadOnTheirOwnTone(Scheme scheme) {
        assertContrast(scheme, "accent-on", "accent", TEXT);
        assertContrast(scheme, "accent-on", "accent-hover", TEXT);
        for (var tone : List.of("accent", "ochre", "brick")) {
            assertContrast(scheme, tone, tone + "-soft", TEXT);
            assertContrast(scheme, "ink", tone + "-soft", TEXT);
        }
        assertContrast(scheme, "paper", "ink", TEXT);
    }

    @ParameterizedTest
    @EnumSource
    void edgesOfControlsAreSeen(Scheme scheme) {
        SURFACES.forEach(surface -> assertContrast(scheme, "edge", surface, SHAPE));
    }

    @ParameterizedTest
    @EnumSource
    void initialsAreReadOnEveryTone(Scheme scheme) {
        var hues = HUE.matcher(TOKENS).results().map(found -> found.group(1)).toList();
        assertThat(hues).hasSize(8);
        for (var hue : hues) {
            var letters = oklch(scheme, "tint-ink", hue);
            var ground = oklch(scheme, "tint", hue);
            assertThat(contrast(letters, ground)).as("initials at hue " + hue).isGreaterThanOrEqualTo(TEXT);
        }
    }

    static void assertContrast(Scheme scheme, String ink, String surface, double least) {
        assertThat(contrast(oklch(scheme, ink, "0"), oklch(scheme, surface, "0")))
                .as(ink + " on " + surface + ", " + scheme)
                .isGreaterThanOrEqualTo(least);
    }

    static double[] oklch(Scheme scheme, String token, String hue) {
        var pair = Pattern.compile("--" + token + ": light-dark\\((oklch\\(.*\\)), (oklch\\(.*\\))\\);")
                .matcher(TOKENS);
        assertThat(pair.find()).as("--" + token).isTrue();
        var numbers = pair.group(scheme.ordinal() + 1)
                .replace("var(--c)", ".055")
                .replace("var(--h)", hue)
                .replaceAll("[^0-9. ]", "")
                .strip()
                .split(" +");
        return new double[] {
            Double.parseDouble(numbers[0]) / 100, Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2])
        };
    }

    static double contrast(double[] one, double[] other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    }

    // Ottosson's OKLab to linear sRGB, then relative luminance.
    static double luminance(double[] lch) {
        var a = lch[1] * Math.cos(Math.toRadians(lch[2]));
        var b = lch[1] * Math.sin(Math.toRadians(lch[2]));
        var l = Math.pow(lch[0] + 0.3963377774 * a + 0.2158037573 * b, 3);
        var m = Math.pow(lch[0] - 0.1055613458 * a - 0.0638541728 * b, 3);
        var s = Math.pow(lch[0] - 0.0894841775 * a - 1.2914855480 * b, 3);
        var red = within(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        var green = within(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        var blue = within(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    static double within(double channel) {
        return Math.clamp(channel, 0, 1);
    }
}
