package org.parvis.platform.admission;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/** A request of nobody in a language: what is answered to it may be told to everybody. */
final class BareRequest extends HttpServletRequestWrapper {

    private final Locale language;

    BareRequest(HttpServletRequest request, Locale language) {
        super(request);
        this.language = language;
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name) ? language.toLanguageTag() : super.getHeader(name);
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(language));
    }
}
