/** Announcements: a post that is brought to people, and perhaps asks them to confirm that they read it. Uses conversation and below. */
@ApplicationModule(
        displayName = "Announcements",
        allowedDependencies = {"platform", "journal", "people", "access", "communities", "conversation"})
@NullMarked
package org.parvis.announcements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
