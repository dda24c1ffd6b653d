package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.servlet.filter.OrderedHiddenHttpMethodFilter;
import org.springframework.stereotype.Component;

/**
 * Forms can only GET and POST, and say in {@code _method} what they mean. Programs say it outright. To look for it is to
 * read the body, which nothing does before the rules of security have been.
 */
@Component
class FormMethods extends OrderedHiddenHttpMethodFilter {

    private static final int AFTER_SECURITY = -94;

    FormMethods() {
        setOrder(AFTER_SECURITY);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiAddress.of(request);
    }
}
