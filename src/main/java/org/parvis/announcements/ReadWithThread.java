package org.parvis.announcements;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Stretch;
import org.parvis.people.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Having an announcement's thread on the screen is having read it. */
@Component
class ReadWithThread implements HandlerInterceptor, WebMvcConfigurer {

    private final Announcements announcements;

    ReadWithThread(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/posts/*");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (view != null
                && request.getMethod().equals("GET")
                && request.getHeader("Sec-Purpose") == null
                && view.getModel().get("stretch") instanceof Stretch stretch
                && stretch.post().part(AnnouncementPart.class).orElse(null) instanceof AnnouncementPart part
                && request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            announcements.read(viewer, part.announcement());
        }
    }
}
