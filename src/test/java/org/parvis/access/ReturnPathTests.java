package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/web/%2Fevil.example",
                "/%2fevil.example",
                "/%5cevil.example",
                "/%252fevil.example",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "///evil.example",
                "/a//evil.example",
                "/..//evil.example",
                "/a/../../evil",
                "/\tevil",
                "/\r\nLocation: https://evil.example",
                " //evil.example",
                "evil.example",
                "",
                "/sign-in?next=/sign-in",
                "/sign-out"
            })
    void whatMayLeadElsewhereLeadsHome(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/communities/12", "/search?q=a%20b&page=2", "/posts/1#comment-7", "/topics/caf%C3%A9"})
    void aPageOfOursIsKept(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo(asked);
    }
}
