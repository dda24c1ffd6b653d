package org.parvis.platform.command;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints where the network is, as the last line of the start. */
@Component
@ConditionalOnExpression("'${parvis.command:}' == 'run' or '${parvis.command:}' == 'demo'")
class Address {

    private final ParvisSettings settings;
    private final Environment environment;

    Address(ParvisSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void print() {
        var port = environment.getRequiredProperty("local.server.port");
        var home = settings.publicUrl() == null ? "http://localhost:" + port : settings.home();
        System.out.println("Parvis is at " + home);
    }
}
