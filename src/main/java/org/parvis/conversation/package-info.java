/** What people write to one another: posts, comments, reactions, mentions, topics. Uses communities and below. */
@ApplicationModule(
        displayName = "Conversation",
        allowedDependencies = {"platform", "journal", "people", "access", "communities"})
@NullMarked
package org.parvis.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
