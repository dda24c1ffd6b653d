package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

import java.io.IOException;
import java.util.Objects;

/** Lets a filter refuse a request with the same page or problem that a controller's exception becomes. */
@Component
public class Refusals {

    private final HandlerExceptionResolver problems;
    private final ViewResolver templates;

    Refusals(
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Lazy @Qualifier("viewResolver") ViewResolver templates) {
        this.problems = problems;
        this.templates = templates;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException refusal)
            throws IOException {
        var answer = problems.resolveException(request, response, null, refusal);
        if (answer == null) {
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        } else if (!answer.isEmpty()) {
            render(request, response, answer);
        }
    }

    private void render(HttpServletRequest request, HttpServletResponse response, ModelAndView answer)
            throws IOException {
        try {
            var name = Objects.requireNonNull(answer.getViewName());
            var view = Objects.requireNonNull(templates.resolveViewName(name, Pages.locale(request)));
            var status = answer.getStatus();
            response.setStatus(status == null ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : status.value());
            view.render(answer.getModel(), request, response);
        } catch (IOException | RuntimeException problem) {
            throw problem;
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }
}
