/** Polls: a post that asks for a choice, openly or in secret. Uses conversation and below. */
@ApplicationModule(
        displayName = "Polls",
        allowedDependencies = {"platform", "journal", "people", "communities", "conversation"})
@NullMarked
package org.parvis.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
