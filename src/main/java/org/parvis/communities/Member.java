package org.parvis.communities;

import org.parvis.people.PersonCard;

import java.time.Instant;

/** A person in a community, since when and as what. */
public record Member(PersonCard person, Standing role, Instant since) {}
