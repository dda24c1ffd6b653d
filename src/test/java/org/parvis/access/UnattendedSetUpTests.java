package org.parvis.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.platform.network.Network;
import org.parvis.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        properties = {
            "parvis.admin-email=camille.roussel@example.org",
            "parvis.admin-password=a fine sentence of mine",
            "parvis.network-name=Groupe Valmont",
            "parvis.language=fr"
        })
@AutoConfigureMockMvc
@ContextCustomizerFactories(OwnDatabase.Factory.class)
@DirtiesContext
class UnattendedSetUpTests {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Network network;

    @Test
    void theSettingsOpenTheNetworkAndTheirAdministratorSignsIn() {
        assertThat(network.identity())
                .hasValueSatisfying(
                        identity -> assertThat(identity.defaultLanguage()).isEqualTo("fr"));
        assertThat(network.name()).isEqualTo("Groupe Valmont");
        assertThat(browser.get().uri("/set-up")).hasStatus(404);
        assertThat(browser.post()
                        .uri("/sign-in")
                        .param("email", "camille.roussel@example.org")
                        .param("password", "a fine sentence of mine"))
                .hasStatus(303);
    }
}
