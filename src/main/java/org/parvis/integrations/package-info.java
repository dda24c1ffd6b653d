/** What outside programs rely on beyond each module's own routes: the API's description, its promises about repeats. Uses every module below. */
@ApplicationModule(
        displayName = "Integrations",
        allowedDependencies = {"platform", "journal", "people", "access", "communities", "conversation", "moderation"})
@NullMarked
package org.parvis.integrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
