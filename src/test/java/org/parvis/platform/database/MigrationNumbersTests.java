package org.parvis.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.util.Arrays;

class MigrationNumbersTests {

    @Test
    void noTwoModulesTookTheSameNumber() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/**/V*.sql");

        assertThat(Arrays.stream(files)
                        .map(Resource::getFilename)
                        .map(name -> String.valueOf(name).replaceFirst("__.*", "")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
