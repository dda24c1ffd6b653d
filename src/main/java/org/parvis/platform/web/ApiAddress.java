package org.parvis.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import java.util.regex.Pattern;

/** Tells a program's request from a person's: programs get problems and no pages, and bring no cookies. */
public final class ApiAddress {

    private static final Pattern API = Pattern.compile("/+api(/.*)?", Pattern.DOTALL);

    private ApiAddress() {}

    /** Also of a request that the container refused and passed on to the error page. */
    public static boolean of(HttpServletRequest request) {
        var refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = refused == null ? request.getRequestURI() : refused.toString();
        return API.matcher(path).matches();
    }
}
