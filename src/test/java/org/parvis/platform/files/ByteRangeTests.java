package org.parvis.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14.1.2, of a hundred bytes. */
class ByteRangeTests {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 9",
        "bytes=0-0, 0, 0",
        "bytes=90-, 90, 99",
        "bytes=90-1000, 90, 99",
        "bytes=90-99999999999999999999999, 90, 99",
        "bytes=-10, 90, 99",
        "bytes=-1000, 0, 99",
        "bytes=-99999999999999999999999, 0, 99",
        "Bytes= 5-6 , 5, 6",
    })
    void onePiece(String header, long first, long last) {
        assertThat(ByteRange.of(header, 100)).hasValueSatisfying(range -> {
            assertThat(range).isEqualTo(new ByteRange(first, last));
            assertThat(range.satisfiable()).isTrue();
            assertThat(range.length()).isEqualTo(last - first + 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999-"})
    void nothingOfIt(String header) {
        assertThat(ByteRange.of(header, 100))
                .hasValueSatisfying(range -> assertThat(range.satisfiable()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes", "bytes=", "bytes=-", "bytes=9-1", "bytes=a-b", "bytes=0-1,5-6", "lines=0-1", "0-1"})
    void allOfIt(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void withoutAHeaderAllOfIt() {
        assertThat(ByteRange.of(null, 100)).isEmpty();
    }
}
