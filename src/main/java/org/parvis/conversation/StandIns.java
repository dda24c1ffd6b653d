package org.parvis.conversation;

import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.springframework.stereotype.Component;

/** The sentences that stand for posts of which only the answers are left, in the network's language. */
@Component
class StandIns {

    private static final String WITHDRAWN = "conversation.past.withdrawn";
    private static final String MISSING = "conversation.past.missing";

    private final Messages messages;
    private final Network network;

    StandIns(Messages messages, Network network) {
        this.messages = messages;
        this.network = network;
    }

    BroughtPost in(BroughtPost post) {
        return switch (post.state()) {
            case WRITTEN -> post;
            case WITHDRAWN -> post.saying(messages.text(network.defaultLocale(), WITHDRAWN));
            case MISSING -> post.saying(messages.text(network.defaultLocale(), MISSING));
        };
    }

    /** Whether a text stands for a post that was missing, in whichever language. */
    boolean isMissing(String text) {
        return Messages.LANGUAGES.stream()
                .anyMatch(language -> messages.text(language, MISSING).equals(text));
    }
}
