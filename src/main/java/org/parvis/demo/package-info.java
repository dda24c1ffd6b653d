/**
 * A fictitious company that reads as if it were alive, for a first look and for trials. Stands on the highest floor and
 * writes through the same doors as everybody, only faster.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "platform",
            "journal",
            "people",
            "access",
            "announcements",
            "communities",
            "conversation",
            "links",
            "polls",
            "questions"
        })
@NullMarked
package org.parvis.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
