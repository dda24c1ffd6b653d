/** Articles: posts in long form, with headings and pictures among the words. Uses conversation and below. */
@ApplicationModule(
        displayName = "Articles",
        allowedDependencies = {"platform", "journal", "people", "access", "communities", "conversation"})
@NullMarked
package org.parvis.articles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
