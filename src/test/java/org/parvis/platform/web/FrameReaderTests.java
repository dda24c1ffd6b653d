package org.parvis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.Cast.as;

import org.junit.jupiter.api.Test;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.StatementCount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.time.Duration;
import java.util.List;

@ParvisTest
@Import(StatementCount.class)
class FrameReaderTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    FrameReader reader;

    @Autowired
    ObjectProvider<FrameData<?>> all;

    @Autowired
    Cast cast;

    @Test
    void whatTheFrameShowsTakesOneStatementOfAPage() {
        var bruno = cast.bruno();
        var sent = StatementCount.during(
                () -> assertThat(browser.get().uri("/").with(as(bruno))).hasStatusOk());

        assertThat(all.stream())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(data -> assertThat(sent)
                        .filteredOn(statement ->
                                statement.contains(data.query().strip().replaceAll("(?s):viewer.*", "")))
                        .hasSize(1));
        assertThat(sent)
                .filteredOn(statement -> statement.startsWith("select (select"))
                .hasSize(1);
    }

    @Test
    void eachCanBeReadAlone() {
        var nobody = 0L;
        assertThat(all.stream().map(data -> (Object) reader.now(data, nobody)).toList())
                .doesNotContainNull();
    }

    @Test
    void nothingIsRememberedUntilSomethingComes() {
        var waiting = new Awaited<List<String>>(Duration.ofMinutes(1), List::isEmpty);
        assertThat(waiting.of(1, List::of)).isEmpty();
        assertThat(waiting.of(1, () -> List.of("unasked"))).isEmpty();

        waiting.came(1);
        assertThat(waiting.of(1, () -> List.of("one"))).containsExactly("one");
        assertThat(waiting.of(1, () -> List.of("two"))).containsExactly("two");
    }

    @Test
    void whatComesWhileItIsReadIsNotMissedLater() {
        var waiting = new Awaited<List<String>>(Duration.ofMinutes(1), List::isEmpty);
        waiting.of(1, () -> {
            waiting.came(1);
            return List.of();
        });
        assertThat(waiting.of(1, () -> List.of("it"))).containsExactly("it");
    }
}
