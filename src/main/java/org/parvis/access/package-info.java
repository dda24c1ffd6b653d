/** How people get in and what they may do to the network: accounts, sessions, tokens, roles, charter. Uses people and below. */
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"platform", "journal", "people"})
@NullMarked
package org.parvis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
