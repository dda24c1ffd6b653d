package org.parvis.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parvis.platform.settings.Refusal;

import java.util.List;
import java.util.Map;

class CommandLineTests {

    @Test
    void settingsMayStandAnywhereAndDoNotReachTheCommand() {
        var line = CommandLine.of(List.of("import", "people", "--data", "/srv/parvis", "people.csv", "--dry-run"));
        assertThat(line.name()).isEqualTo("import");
        assertThat(line.arguments()).containsExactly("people", "people.csv", "--dry-run");
        assertThat(line.settings()).isEqualTo(Map.of("parvis.data", "/srv/parvis"));
        assertThat(line.serves()).isFalse();
    }

    @Test
    void nothingTypedMeansRun() {
        assertThat(CommandLine.of(List.of("--port=9000")))
                .isEqualTo(new CommandLine("run", List.of(), Map.of("parvis.port", "9000")));
    }

    @Test
    void aMisspeltOptionIsRefused() {
        assertThatThrownBy(
                        () -> CommandLine.of(List.of("run", "--prot", "9000")).refuseSurplus())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(64))
                .hasMessageStartingWith("run does not know --prot 9000");
        assertThatCode(() ->
                        CommandLine.of(List.of("token", "bruno@example.org")).refuseSurplus())
                .doesNotThrowAnyException();
    }

    @Test
    void aSettingWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> CommandLine.of(List.of("run", "--port")))
                .isInstanceOf(Refusal.class)
                .hasMessage("--port needs a value.");
    }
}
