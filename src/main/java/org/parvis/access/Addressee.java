package org.parvis.access;

import org.parvis.people.PersonId;

import java.time.ZoneId;
import java.util.Locale;

/** Somebody who can be written to: where, in which of the network's languages, and by which clock they live. */
public record Addressee(PersonId person, String email, Locale language, ZoneId zone) {}
