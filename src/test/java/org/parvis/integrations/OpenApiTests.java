package org.parvis.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ParvisTest
class OpenApiTests {

    /** Every route outside programs rely on, as the API's page promises them. */
    private static final Set<String> PROMISED =
            Stream.of("""
            GET /network, GET /me, PATCH /me, GET /people, GET /people/{}, GET /people/{}/posts,
            PUT /people/{}/follow, DELETE /people/{}/follow, PUT /topics/{}/follow, DELETE /topics/{}/follow,
            GET /communities, POST /communities, GET /communities/{}, PATCH /communities/{},
            PUT /communities/{}/membership, DELETE /communities/{}/membership, GET /communities/{}/members,
            GET /communities/{}/members/{}, PUT /communities/{}/members/{}, DELETE /communities/{}/members/{},
            GET /communities/{}/requests, PUT /communities/{}/requests/{}, DELETE /communities/{}/requests/{},
            GET /communities/{}/posts, POST /communities/{}/posts, POST /posts, GET /posts/{}, PATCH /posts/{},
            DELETE /posts/{}, GET /posts/{}/history, GET /posts/{}/comments, POST /posts/{}/comments,
            GET /comments/{}, PATCH /comments/{}, DELETE /comments/{}, GET /posts/{}/reactions,
            PUT /posts/{}/reactions/{}, DELETE /posts/{}/reactions/{}, GET /comments/{}/reactions,
            PUT /comments/{}/reactions/{}, DELETE /comments/{}/reactions/{}, GET /topics, GET /topics/{},
            GET /feed, GET /notifications, PUT /notifications/read, GET /live
            """.split(",")).map(String::strip).collect(Collectors.toSet());

    @Autowired
    MockMvcTester program;

    @Autowired
    Cast cast;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyPromisedRouteIsThere() {
        assertThat(mapped()).containsAll(PROMISED);
    }

    @Test
    void theDescriptionNamesWhatTheCodeAnswersAndNothingElse() throws UnsupportedEncodingException {
        assertThat(described()).isEqualTo(mapped());
    }

    private Set<String> mapped() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/") && !path.contains("openapi"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + plain(path))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> described() throws UnsupportedEncodingException {
        var answer =
                program.get().uri("/api/v1/openapi.json").with(as(cast.bruno())).exchange();
        assertThat(answer).hasStatusOk();
        Map<String, Map<String, Object>> paths =
                JsonPath.read(answer.getResponse().getContentAsString(), "$.paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + plain(path.getKey())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String path) {
        return path.replace("/api/v1", "").replaceAll("\\{[^}]*}", "{}");
    }
}
