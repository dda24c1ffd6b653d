package org.parvis.journal;

import org.parvis.platform.backup.AfterRestore;
import org.springframework.stereotype.Component;

/** A restored database numbers its transactions anew, so what was not stamped before the backup is stamped first. */
@Component
class RestoredJournal implements AfterRestore {

    private final Journal journal;

    RestoredJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void afterRestore() {
        journal.stampRestored();
    }
}
