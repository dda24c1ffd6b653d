/** What posts link to: cards of other sites, and of what the reader may read here. Uses conversation and below. */
@ApplicationModule(
        displayName = "Links",
        allowedDependencies = {"platform", "journal", "people", "communities", "conversation"})
@NullMarked
package org.parvis.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
