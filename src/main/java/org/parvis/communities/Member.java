package org.parvis.communities;

import org.parvis.people.PersonCard;

import java.time.Instant;

/** A person in a community, since when and as what; a guest comes from elsewhere and owns nothing. */
public record Member(PersonCard person, Standing role, Instant since, boolean guest) {}
