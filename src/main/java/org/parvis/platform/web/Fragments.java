package org.parvis.platform.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Map;

/** Part of a page that one module renders inside another's, as slots do. */
@Component
public class Fragments {

    private final TemplateEngine engine;

    Fragments(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The template's output, rendered where the content is printed; {@code page} must be among the parameters. */
    public Content of(String template, Map<String, @Nullable Object> parameters) {
        return output -> engine.render(template + ".jte", parameters, output);
    }
}
