package org.parvis.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.parvis.platform.settings.Refusal;
import org.parvis.testing.Settings;

import java.util.Map;

class RefusalReporterTests {

    @Test
    void aSettingOfTheWrongKindIsNamedInOneSentence() {
        assertThat(said("parvis.min-free-space", "lots"))
                .isEqualTo(
                        "PARVIS_MIN_FREE_SPACE=lots is not what it has to be; docs/operations.md says what that is.");
        assertThat(said("parvis.port", "abc")).startsWith("PARVIS_PORT=abc is not");
    }

    @Test
    void aSettingThatSaysItselfWhatIsWrongIsLeftToSayIt() {
        assertThat(said("parvis.address", "0.0.0.0"))
                .startsWith("PARVIS_ADDRESS=0.0.0.0 lets others in, so PARVIS_PUBLIC_URL");
        assertThat(said("parvis.port", "70000")).isEqualTo("PARVIS_PORT=70000 is not a port (1 to 65535).");
    }

    @Test
    void whatNobodyForesawKeepsItsTrace() {
        assertThat(RefusalReporter.refusalIn(new IllegalStateException("a bug")))
                .isEmpty();
    }

    private static String said(String property, String value) {
        var failure = catchThrowable(() -> Settings.of(Map.of(property, value)));
        return RefusalReporter.refusalIn(failure).map(Refusal::getMessage).orElseThrow();
    }
}
