package org.parvis.conversation;

import org.parvis.platform.files.QueriedAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a draft that several people write is for all of them, at the moment of asking. */
@Component
class DraftFiles extends QueriedAudience {

    DraftFiles(JdbcClient jdbc) {
        super(jdbc, Drafts.KIND, "writable_drafts(:viewer) where id = :place");
    }
}
