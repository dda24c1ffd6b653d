/** Praise: a post that thanks people or a community for something the network values. Uses conversation and below. */
@ApplicationModule(
        displayName = "Praise",
        allowedDependencies = {"platform", "journal", "people", "access", "communities", "conversation"})
@NullMarked
package org.parvis.praise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
