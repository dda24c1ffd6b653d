/**
 * Every change that someone else may care about, as one row written with the change and read in the order of commits.
 *
 * <p>Whoever changes something appends to {@link org.parvis.journal.Journal}; whoever follows fills
 * {@link org.parvis.journal.JournalReader} or {@link org.parvis.journal.JournalListener}. Uses {@code platform} only.
 */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"platform"})
@NullMarked
package org.parvis.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
