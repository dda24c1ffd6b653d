package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;

import java.time.Instant;
import java.util.List;

/** Something said elsewhere, long ago, under a key by which it is known again. */
sealed interface Brought permits BroughtPost, BroughtComment {

    String key();

    PersonId author();

    String text();

    Instant at();

    @Nullable
    Instant editedAt();

    List<BroughtReaction> reactions();
}
