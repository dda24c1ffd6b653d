/** What comes to a person, and why: the three views of the home page. Uses conversation and below. */
@ApplicationModule(
        displayName = "Feed",
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
package org.parvis.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
