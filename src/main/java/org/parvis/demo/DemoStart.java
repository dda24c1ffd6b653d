package org.parvis.demo;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code ./parvis demo}: fills the network before anybody is served, and says how to get in. */
@Component
class DemoStart {

    private final DemoCompany company;
    private final ParvisSettings settings;
    private @Nullable DemoKey key;

    DemoStart(DemoCompany company, ParvisSettings settings) {
        this.company = company;
        this.settings = settings;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void open() {
        if (settings.command().equals("demo")) key = company.open();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    void invite() {
        if (key != null) {
            System.out.println("""
                    Groupe Valmont-Aubier, a company that does not exist. Everybody in it has the same password.
                      Nadia Berrada, administrator:     %s
                      Bruno Tessier, on the shop floor: %s
                      Password:                         %s""".formatted(DemoKey.ADMINISTRATOR, DemoKey.SHOP_FLOOR, key.password()));
        }
    }
}
