/** The box on top of every page: finds people and communities, whole or while one types. Uses communities, people and below. */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform", "people", "communities"})
@NullMarked
package org.parvis.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
