package org.parvis.platform.web;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Locale;

/** What the frame must know of whoever is signed in; the principal of an authentication implements it. */
public interface Visitor {

    /** The number by which the lower modules know the person. */
    long number();

    Locale locale();

    ZoneId zone();

    /** {@code light} or {@code dark} where the person chose, null to follow the system. */
    @Nullable
    String theme();

    boolean live();
}
