package org.parvis.platform.outgoing;

import java.time.Duration;

/**
 * How far one goes for an answer.
 *
 * @param accept the media types wanted, as in the header {@code Accept}
 * @param bytes of the body, on the wire as well as unpacked; the rest is cut off
 * @param time for everything together, from the first look-up of a name to the last byte
 */
public record Limits(String accept, int bytes, Duration time) {}
