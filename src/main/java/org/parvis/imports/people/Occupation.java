package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What someone does, where, since when.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Occupation(
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String organisation,
        @Nullable String unit,
        @Nullable String site,
        @Nullable String country,
        @Nullable String phone,
        @Nullable LocalDate startDate,
        @Nullable Population population) {}
