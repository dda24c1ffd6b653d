package org.parvis.notifications;

import org.parvis.people.PersonId;

import java.util.List;

/** A kind of mail that is written person by person, each in a transaction of its own. */
interface MailRound {

    /** Some of those for whom it is time, longest first. */
    List<PersonId> due(int most);

    /** Writes what is due to them, or finds out when it will be; afterwards nothing is due. */
    void serve(PersonId person);

    /** What could not be written now waits an hour, and others with it only if they are the same person. */
    void putOff(PersonId person);
}
