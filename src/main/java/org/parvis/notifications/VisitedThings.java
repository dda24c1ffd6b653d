package org.parvis.notifications;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.regex.Pattern;

/** Having the post, community or report on the screen is having read what was told of it; before the bell is counted. */
@Component
class VisitedThings implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern THING = Pattern.compile("/(posts|communities|reports)/(\\d{1,18})(/members)?");

    private final Notifications notifications;

    VisitedThings(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/posts/*", "/communities/*", "/communities/*/members", "/reports/*");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        var thing = THING.matcher(request.getRequestURI());
        if (view != null
                && request.getMethod().equals("GET")
                && request.getHeader("Sec-Purpose") == null
                && thing.matches()
                && request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            var id = Long.parseLong(thing.group(2));
            if (thing.group(1).equals("posts")) {
                notifications.visitedPost(viewer, id);
            } else if (thing.group(1).equals("reports")) {
                notifications.visitedReport(viewer, id);
            } else {
                notifications.visitedCommunity(viewer, id, thing.group(3) != null);
            }
        }
    }
}
