package org.parvis.people;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Choice;
import org.parvis.platform.web.Invalid;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a PATCH of one's own profile may name. The last four are taken only of a person whom no directory keeps. */
@Schema(name = "ProfileChanges")
record ProfileChanges(
        @Schema(maxLength = ProfileForm.ABOUT) @Nullable String about,
        @Schema(maxLength = ProfileForm.CAREER) @Nullable String career,
        @Schema(maxLength = ProfileForm.PRONOUNS) @Nullable String pronouns,
        @Nullable List<String> expertise,
        @Nullable List<String> interests,
        @Nullable List<String> languages,

        @Schema(description = "The language Parvis speaks with them, BCP 47", example = "fr") @Nullable
        String language,

        @Schema(description = "Of the IANA's list", example = "Europe/Paris") @Nullable
        String timeZone,

        @Schema(maxLength = ProfileForm.DIRECTORY) @Nullable String jobTitle,
        @Schema(maxLength = ProfileForm.DIRECTORY) @Nullable String department,
        @Schema(maxLength = ProfileForm.DIRECTORY) @Nullable String site,
        @Schema(maxLength = ProfileForm.DIRECTORY) @Nullable String phone) {

    static ProfileChanges of(Person person, PersonJson json) {
        return new ProfileChanges(
                person.about(),
                person.career(),
                person.pronouns(),
                person.expertise(),
                person.interests(),
                person.languages(),
                json.language(),
                json.timeZone(),
                person.card().jobTitle(),
                person.department(),
                person.card().site(),
                person.phone());
    }

    String checkedLanguage() {
        var codes = Messages.LANGUAGES.stream().map(Locale::getLanguage).toArray(String[]::new);
        return Choice.of("language", language, codes)
                .orElseThrow(() -> new Invalid("language", "platform.choice", String.join(", ", codes)));
    }

    ProfileForm form() {
        return new ProfileForm(
                about,
                career,
                terms(expertise),
                terms(interests),
                terms(languages),
                pronouns,
                jobTitle,
                department,
                site,
                phone);
    }

    private static String terms(@Nullable List<String> given) {
        return given == null ? "" : given.stream().filter(Objects::nonNull).collect(Collectors.joining(","));
    }
}
