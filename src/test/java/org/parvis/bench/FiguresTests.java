package org.parvis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class FiguresTests {

    @Test
    void aPercentileIsAMeasuredValueThatTheShareDoesNotExceed() {
        var hundred = Sample.of(
                IntStream.rangeClosed(1, 100).mapToDouble(n -> 101 - n).toArray());

        assertThat(hundred.median()).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.least()).isEqualTo(1);
        assertThat(hundred.most()).isEqualTo(100);
        assertThat(Sample.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Sample.of(7).percentile(99)).isEqualTo(7);
    }

    @Test
    void holdsAsLongAsEveryTargetDoes() {
        var figures = new Figures();
        figures.add(Figure.of("messages a second", 3000, "/s").atLeast(3000));
        figures.add(Figure.of("start", 4.96, "s").atMost(5));
        figures.add(Figure.of("end", 1e6, "s"));
        assertThat(figures.hold()).isTrue();

        figures.add(Figure.of("memory", 450.1, "MB").atMost(450));
        assertThat(figures.hold()).isFalse();
        assertThat(figures.table().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "figure | measured | target",
                        "messages a second | 3,000 /s | ≥ 3,000 | pass",
                        "start | 5.0 s | ≤ 5 | pass",
                        "end | 1,000,000 s",
                        "memory | 450 MB | ≤ 450 | FAIL");
    }

    @Test
    void theCompanyIsTheSameForTheSameSeed() {
        assertThat(new Company(7).lines(500)).containsExactlyElementsOf(new Company(7).lines(500));
        assertThat(new Company(7).lines(500)).isNotEqualTo(new Company(8).lines(500));
        assertThat(new Company(7).lines(500)).hasSize(501);
    }
}
