package org.parvis.praise;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;

import java.util.List;

/** What a post praises, as one viewer has it: whom they do not see is not among the people. */
public record Praise(
        PraiseValue value,
        List<PersonCard> people,
        @Nullable PraisedPlace place) {

    /** The most people that one post praises. */
    public static final int MOST = 10;
}
