package org.parvis.integrations;

import static org.parvis.testing.Cast.as;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;
import java.net.URI;

/** A program outside that asks on somebody's behalf: routes as the API's page writes them, bodies in JSON. */
record Program(MockMvcTester http, Viewer owner) {

    MvcTestResult get(String route) {
        return send(HttpMethod.GET, route, null);
    }

    MvcTestResult post(String route, String json) {
        return send(HttpMethod.POST, route, json);
    }

    MvcTestResult put(String route) {
        return send(HttpMethod.PUT, route, null);
    }

    MvcTestResult put(String route, String json) {
        return send(HttpMethod.PUT, route, json);
    }

    MvcTestResult patch(String route, String json) {
        return send(HttpMethod.PATCH, route, json);
    }

    MvcTestResult delete(String route) {
        return send(HttpMethod.DELETE, route, null);
    }

    MvcTestResult postOnce(String key, String route, String json) {
        return http.post()
                .uri(URI.create("/api/v1" + route))
                .with(as(owner))
                .header(IdempotentPosts.HEADER, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    MvcTestResult send(HttpMethod method, String route, @Nullable String json) {
        var request = http.method(method).uri(URI.create("/api/v1" + route)).with(as(owner));
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    /** The id of what was just made, or read. */
    static String id(MvcTestResult answer) {
        return read(answer, "$.id");
    }

    static <T> T read(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException everyJavaHasUtf8) {
            throw new IllegalStateException(everyJavaHasUtf8);
        }
    }
}
