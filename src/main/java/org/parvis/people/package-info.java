/** Who works here: the directory, profiles, following, the organisation chart. Uses the platform and the journal. */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"platform", "journal"})
@NullMarked
package org.parvis.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
