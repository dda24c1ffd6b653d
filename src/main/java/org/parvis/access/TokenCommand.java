package org.parvis.access;

import org.parvis.platform.command.Command;
import org.springframework.stereotype.Component;

import java.util.List;

/** {@code ./parvis token EMAIL}. */
@Component
class TokenCommand implements Command {

    private static final int USAGE = 64;

    private final TokenHandout handout;

    TokenCommand(TokenHandout handout) {
        this.handout = handout;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            System.err.println("Usage: ./parvis token EMAIL");
            return USAGE;
        }
        var token = handout.make(arguments.getFirst());
        System.err.println("This token acts for " + arguments.getFirst().replaceAll("\\p{Cntrl}", "?")
                + " for 90 days. It is in the audit list, and they are told by mail.");
        System.out.println(token.text());
        return 0;
    }
}
