/** What moves on an open page: one stream per browser that says what changed, never how it reads. Uses conversation and below. */
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {
            "platform",
            "journal",
            "people",
            "access",
            "communities",
            "conversation",
            "questions",
            "notifications"
        })
@NullMarked
package org.parvis.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
