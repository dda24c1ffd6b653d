package org.parvis.platform.files;

import org.springframework.stereotype.Component;

/** What waits to be published is its owner's alone. */
@Component
class WaitingFiles implements FileAudience {

    @Override
    public String placeKind() {
        return Attachments.WAITING;
    }

    @Override
    public boolean mayRead(long viewer, long owner) {
        return viewer == owner;
    }
}
