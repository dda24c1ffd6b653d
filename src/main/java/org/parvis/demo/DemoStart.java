package org.parvis.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code ./parvis demo}: fills the network before anybody is served, and says how to get in. */
@Component
@ConditionalOnProperty(name = "parvis.command", havingValue = "demo")
class DemoStart {

    private final DemoCompany company;
    private @Nullable DemoKey key;

    DemoStart(DemoCompany company) {
        this.company = company;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void open() {
        key = company.open();
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
