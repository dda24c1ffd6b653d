/** Places with members, and the audience: who may find and read what. Uses people, access and below. */
@ApplicationModule(
        displayName = "Communities",
        allowedDependencies = {"platform", "journal", "people", "access"})
@NullMarked
package org.parvis.communities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
