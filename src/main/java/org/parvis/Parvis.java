package org.parvis;

import org.parvis.platform.command.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the network, or a command beside it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Parvis {

    public static void main(String[] arguments) {
        Commands.start(Parvis.class, arguments);
    }
}
