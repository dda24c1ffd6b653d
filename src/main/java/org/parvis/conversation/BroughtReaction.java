package org.parvis.conversation;

import org.parvis.people.PersonId;

import java.time.Instant;

/** A reaction of the past. */
public record BroughtReaction(PersonId person, Reaction kind, Instant at) {}
