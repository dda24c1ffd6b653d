package org.parvis.conversation;

import org.parvis.platform.web.Conflict;

/** A draft was written on elsewhere since the form was opened: keeping the form would lose that. */
class DraftChanged extends Conflict {

    private final transient Draft draft;

    DraftChanged(Draft draft) {
        super("conversation.drafts.changed");
        this.draft = draft;
    }

    /** As it is now. */
    Draft draft() {
        return draft;
    }
}
