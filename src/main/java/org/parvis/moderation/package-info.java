/** What people report, and those who look after it: owners, then the moderators of the network. Uses conversation and below. */
@ApplicationModule(
        displayName = "Moderation",
        allowedDependencies = {"platform", "journal", "people", "access", "communities", "conversation"})
@NullMarked
package org.parvis.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
