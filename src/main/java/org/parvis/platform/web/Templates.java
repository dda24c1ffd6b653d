package org.parvis.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** JTE as Spring MVC's view technology. {@code x/y.turbo} renders as a Turbo Stream, any other name as a page. */
@Configuration
class Templates {

    @Bean
    TemplateEngine templateEngine(@Value("${parvis.templates.live:false}") boolean live) {
        if (live) {
            return TemplateEngine.create(
                    new DirectoryCodeResolver(Path.of("src/main/jte")),
                    Path.of("target/jte-classes"),
                    ContentType.Html,
                    getClass().getClassLoader());
        } else {
            return TemplateEngine.createPrecompiled(ContentType.Html);
        }
    }

    @Bean
    ViewResolver viewResolver(TemplateEngine engine, Pages pages) {
        return new TemplateViews(engine, pages);
    }

    /**
     * Stands under the name, and so in the place, of the resolver that Boot puts before all others: that one asks for each
     * name once more with every extension the reader's media types may have, and what is no template is sought in all jars.
     */
    private record TemplateViews(TemplateEngine engine, Pages pages) implements ViewResolver, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public @Nullable View resolveViewName(String name, Locale locale) {
            if (name.startsWith("redirect:")) {
                return seeOther(name.substring("redirect:".length()));
            } else if (engine.hasTemplate(name + ".jte")) {
                return new TemplateView(engine, pages, name + ".jte");
            } else {
                return null;
            }
        }
    }

    // 303, not Spring's default 302: after a PUT or DELETE a browser would repeat the method on a 302.
    private static View seeOther(String path) {
        var view = new RedirectView(path, true, false);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** Bytes that a page takes from memory at once. */
    private static final int CHUNK = 16 * 1024;

    private record TemplateView(TemplateEngine engine, Pages pages, String template) implements View {

        @Override
        public String getContentType() {
            return template.endsWith(".turbo.jte") ? Turbo.STREAM + ";charset=UTF-8" : "text/html;charset=UTF-8";
        }

        // Rendered in full before the first byte leaves, so that a broken template becomes an error page.
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var html = new Utf8ByteOutput(CHUNK);
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            if (model != null) {
                parameters.putAll(model);
            }
            parameters.put("page", pages.of(request, response));
            engine.render(template, parameters, html);
            response.setContentType(getContentType());
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            var coding = html.getContentLength() < ContentCoding.SHORTEST ? null : ContentCoding.of(request);
            if (coding == null) {
                response.setContentLength(html.getContentLength());
                html.writeTo(response.getOutputStream());
            } else {
                var encoded = coding.encode(html.toByteArray());
                response.setHeader(HttpHeaders.CONTENT_ENCODING, coding.token());
                response.setContentLength(encoded.length);
                response.getOutputStream().write(encoded);
            }
        }
    }
}
