package org.parvis.platform.mail;

/**
 * Slot for whoever writes mails that may be out of date by the time they leave: a server may have been down for a day, and
 * what was said meanwhile read, withdrawn or forbidden.
 */
public interface LastLook {

    /** Whether a mail of this kind still stands, asked just before it is sent; what does not has been withdrawn by then. */
    boolean stands(long mail, String kind);
}
