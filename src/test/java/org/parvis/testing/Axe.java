package org.parvis.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import java.util.List;

/** What axe-core finds to mend on an open page. */
public final class Axe {

    // Each element's contrast asks for every colour under it, and a colour takes long to be understood: once is enough.
    private static final String REMEMBER_COLOURS = """
            () => {
                const { Color } = axe.commons.color
                const { parseString } = Color.prototype
                const known = new Map()
                Color.prototype.parseString = function (text) {
                    if (!known.has(text)) known.set(text, parseString.call(new Color(0, 0, 0), text))
                    const { r, g, b, alpha } = known.get(text)
                    return Object.assign(this, { r, g, b, alpha })
                }
            }""";

    private static final String RUN = """
            async rules => {
                const options = { resultTypes: ["violations"] }
                if (rules.length) options.runOnly = { type: "rule", values: rules }
                const found = await axe.run(document, options)
                return found.violations.map(rule => rule.id + " " + rule.nodes[0].html)
            }""";

    private Axe() {}

    /** Each rule that is broken with the first element that breaks it; of these rules alone, or of all without any. */
    public static List<String> faults(Page page, String... rules) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
            page.evaluate(REMEMBER_COLOURS);
        }
        return ((List<?>) page.evaluate(RUN, List.of(rules)))
                .stream().map(String::valueOf).toList();
    }
}
