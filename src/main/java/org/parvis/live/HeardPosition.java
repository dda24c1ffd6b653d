package org.parvis.live;

import org.parvis.journal.Hearing;
import org.parvis.platform.web.PagePosition;
import org.springframework.stereotype.Component;

/** What was heard is committed, and no cache of this node is older: a page begun now shows it. */
@Component
class HeardPosition implements PagePosition {

    private final Hearing hearing;

    HeardPosition(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public long now() {
        return hearing.position();
    }
}
