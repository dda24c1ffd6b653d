package org.parvis.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class ParvisSettingsTests {

    @TempDir
    Path data;

    @Test
    void everySettingHasADefault() {
        var settings = settings(Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.home()).hasToString("http://localhost:8080");
        assertThat(settings.minFreeSpace().toGigabytes()).isEqualTo(1);
        assertThat(settings.isSecure()).isFalse();
    }

    @Test
    void theEnvironmentStandsAboveTheFile() throws IOException {
        Files.writeString(data.resolve("parvis.properties"), """
                PARVIS_PORT=9000
                PARVIS_PUBLIC_URL=https://network.example.org/
                PARVIS_TRUSTED_PROXIES=10.0.0.0/8, 192.168.1.1
                """);
        var settings = settings(Map.of("PARVIS_PORT", "9001"));
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.home()).hasToString("https://network.example.org");
        assertThat(settings.isSecure()).isTrue();
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8", "192.168.1.1");
    }

    @Test
    void whatIsSetToNothingIsNotSet() throws IOException {
        Files.writeString(data.resolve("parvis.properties"), "PARVIS_SMTP_URL=\n");
        var settings = settings(Map.of("PARVIS_DATABASE_URL", "", "PARVIS_PORT", " "));
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.smtpUrl()).isNull();
        assertThat(settings.port()).isEqualTo(8080);
    }

    @Test
    void aMisspeltLineIsRefused() throws IOException {
        Files.writeString(data.resolve("parvis.properties"), "PARVIS_PROT=9000");
        assertThatThrownBy(() -> settings(Map.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no setting PARVIS_PROT");
    }

    @Test
    void whoLetsOthersInSaysByWhichAddress() {
        assertThatThrownBy(() -> settings(Map.of("PARVIS_ADDRESS", "0.0.0.0")))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(Refusal.class)
                .rootCause()
                .hasMessageContaining("PARVIS_PUBLIC_URL must say");
    }

    private ParvisSettings settings(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        var all = new HashMap<String, Object>(variables);
        all.put("PARVIS_DATA", data.toString());
        var sources = environment.getPropertySources();
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, all));
        sources.addFirst(new MapPropertySource("command line", Map.of("parvis.data", data.toString())));
        ConfigurationPropertySources.attach(environment);
        SettingsVariables.tidy(environment);
        SettingsFiles.addTo(environment);
        return Binder.get(environment).bindOrCreate("parvis", ParvisSettings.class);
    }
}
