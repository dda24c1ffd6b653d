package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.servlet.filter.OrderedHiddenHttpMethodFilter;
import org.springframework.stereotype.Component;

/** Forms can only GET and POST, and say in {@code _method} what they mean. Programs say it outright. */
@Component
class FormMethods extends OrderedHiddenHttpMethodFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return ApiAddress.of(request);
    }
}
