package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people say of themselves, as typed: terms stand between commas. The last four are the directory's, and taken only
 * of a person whom no directory keeps.
 */
public record ProfileForm(
        @Nullable String about,
        @Nullable String career,
        @Nullable String expertise,
        @Nullable String interests,
        @Nullable String languages,
        @Nullable String pronouns,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String site,
        @Nullable String phone) {

    public static final int ABOUT = 2000;
    public static final int CAREER = 4000;
    public static final int PRONOUNS = 40;
    public static final int DIRECTORY = 300;
    public static final int TERMS = 30;
    public static final int TERM = 60;
    public static final int LANGUAGES = 20;

    static ProfileForm of(Person person) {
        return new ProfileForm(
                person.about(),
                person.career(),
                String.join(", ", person.expertise()),
                String.join(", ", person.interests()),
                String.join(", ", person.languages()),
                person.pronouns(),
                person.card().jobTitle(),
                person.department(),
                person.card().site(),
                person.phone());
    }

    /** The columns of what belongs to the person. @throws Invalid naming every field that cannot be taken */
    Map<String, @Nullable Object> own() {
        Invalid.unless(
                () -> text("about", about, ABOUT),
                () -> text("career", career, CAREER),
                () -> terms("expertise", expertise, TERMS),
                () -> terms("interests", interests, TERMS),
                () -> terms("languages", languages, LANGUAGES),
                () -> line("pronouns", pronouns, PRONOUNS));
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("about", text("about", about, ABOUT));
        columns.put("career", text("career", career, CAREER));
        columns.put("expertise", terms("expertise", expertise, TERMS));
        columns.put("interests", terms("interests", interests, TERMS));
        columns.put("languages", terms("languages", languages, LANGUAGES));
        columns.put("pronouns", line("pronouns", pronouns, PRONOUNS));
        return columns;
    }

    /** The columns a directory would keep. @throws Invalid naming every field that cannot be taken */
    Map<String, @Nullable Object> kept() {
        var typed = new LinkedHashMap<String, @Nullable String>();
        typed.put("jobTitle", jobTitle);
        typed.put("department", department);
        typed.put("site", site);
        typed.put("phone", phone);
        Invalid.unless(typed.entrySet().stream()
                .<Runnable>map(field -> () -> line(field.getKey(), field.getValue(), DIRECTORY))
                .toArray(Runnable[]::new));
        var columns = new LinkedHashMap<String, @Nullable Object>();
        typed.forEach((field, text) -> columns.put(field, line(field, text, DIRECTORY)));
        return columns;
    }

    private static @Nullable String text(String field, @Nullable String typed, int max) {
        var text = PlainText.optional(field, typed, max);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String line(String field, @Nullable String typed, int max) {
        var text = PlainText.optionalName(field, typed, max);
        return text.isEmpty() ? null : text;
    }

    private static String[] terms(String field, @Nullable String typed, int most) {
        List<String> terms = Arrays.stream((typed == null ? "" : typed).split("[,;\\n]"))
                .map(term -> PlainText.optionalName(field, term, TERM))
                .filter(term -> !term.isEmpty())
                .toList();
        var distinct = new LinkedHashMap<String, String>();
        terms.forEach(term -> distinct.putIfAbsent(term.toLowerCase(Locale.ROOT), term));
        if (distinct.size() > most) {
            throw new Invalid(field, "people.terms.too-many", most);
        }
        return distinct.values().toArray(String[]::new);
    }
}
