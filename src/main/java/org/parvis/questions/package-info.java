/** Questions that are answered in time: what was promised, whom they are brought to, which answer was accepted. Uses conversation and below. */
@ApplicationModule(
        displayName = "Questions",
        allowedDependencies = {"platform", "journal", "people", "access", "communities", "conversation"})
@NullMarked
package org.parvis.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
