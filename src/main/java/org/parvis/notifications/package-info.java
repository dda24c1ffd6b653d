/** What people are told in person: who mentioned, answered, asked, invited. Uses conversation and below. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {
            "platform",
            "journal",
            "people",
            "access",
            "communities",
            "conversation",
            "questions",
            "announcements"
        })
@NullMarked
package org.parvis.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
