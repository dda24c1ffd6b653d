package org.parvis.platform.command;

import org.parvis.platform.settings.ParvisSettings;
import org.springframework.context.ApplicationContext;

/** Where the network is. */
final class Address {

    private Address() {}

    /** The last line of the start. */
    static void print(ApplicationContext context) {
        var settings = context.getBean(ParvisSettings.class);
        var home = settings.publicUrl() == null ? "http://localhost:" + port(context) : settings.home();
        System.out.println("Parvis is at " + home);
    }

    /** The one that was taken, where the settings leave the choice. */
    static int port(ApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
