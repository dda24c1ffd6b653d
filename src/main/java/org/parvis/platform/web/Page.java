package org.parvis.platform.web;

import com.ibm.icu.text.NumberFormat;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.i18n.Moments;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a template needs beside its own model: the reader's language, times and numbers, and the frame around it all. */
public final class Page {

    private final Messages messages;
    private final Clock clock;
    private final Locale locale;
    private final List<String> languages;
    private final ZoneId zone;
    private final @Nullable String theme;
    private final @Nullable String live;
    private final String path;
    private final String address;
    private int farthest = -1;
    private final Supplier<@Nullable String> said;
    private @Nullable String flash;
    private boolean isTaken;
    private final Assets assets;
    private final Supplier<Frame> furnished;
    private @Nullable Frame frame;
    private Drawings.@Nullable Underway drawing;

    Page(
            Messages messages,
            Clock clock,
            Assets assets,
            Locale locale,
            List<String> languages,
            ZoneId zone,
            @Nullable Visitor visitor,
            @Nullable String live,
            String path,
            Supplier<@Nullable String> said,
            Supplier<Frame> furnished) {
        this.messages = messages;
        this.clock = clock;
        this.assets = assets;
        this.locale = locale;
        this.languages = languages;
        this.zone = zone;
        this.theme = visitor == null ? null : visitor.theme();
        this.live = live;
        this.path = path;
        this.address = path.split("\\?", 2)[0];
        this.said = said;
        this.furnished = furnished;
    }

    public String text(String key, Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    /** The sentence of a field's problem, or null where the field is fine. */
    public @Nullable String problem(@Nullable Invalid invalid, String field) {
        return invalid == null
                ? null
                : invalid.of(field)
                        .map(problem ->
                                text(problem.messageKey(), problem.arguments().toArray()))
                        .orElse(null);
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The languages one can choose here. */
    public List<String> languages() {
        return languages;
    }

    public Locale locale() {
        return locale;
    }

    public @Nullable String theme() {
        return theme;
    }

    /** The position after which the page hears of what happens, null where the viewer wants it to stay as it is. */
    public @Nullable String live() {
        return live;
    }

    /** Path and query of this page, to come back to. */
    public String path() {
        return path;
    }

    /** This page with one parameter of its query changed: {@code page.with("cursor", next)}. */
    public String with(String parameter, String value) {
        return UriComponentsBuilder.fromUriString(path)
                .replaceQueryParam(parameter, UriUtils.encode(value, StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
    }

    /** What the last action has to say, once. */
    public @Nullable String flash() {
        if (!isTaken) {
            flash = said.get();
            isTaken = true;
        }
        return flash;
    }

    public String asset(String name) {
        return assets.path(name);
    }

    public String importMap() {
        return assets.importMap();
    }

    public Frame.@Nullable Me me() {
        return frame().me();
    }

    public String networkName() {
        return frame().networkName();
    }

    public boolean administrator() {
        return frame().administrator();
    }

    public List<Frame.NavItem> navigation() {
        return frame().navigation();
    }

    public List<Frame.NavItem> administration() {
        return frame().administration();
    }

    public List<Frame.Place> places() {
        return frame().places();
    }

    /** Whether the viewer may found places of their own. */
    public boolean founding() {
        return frame().founding();
    }

    /** Whether the viewer owns one of their places. */
    public boolean owning() {
        return frame().isOwning();
    }

    public int unread() {
        return frame().unread();
    }

    /** Whether the address is the page shown or above it: {@code current("/communities")} on a community's page. */
    public boolean current(String href) {
        return href.equals("/") ? address.equals("/") : address.equals(href) || address.startsWith(href + "/");
    }

    /** Whether of all ways of the side navigation this one leads nearest to the page shown: one of them is marked. */
    public boolean nearest(String href) {
        return current(href) && href.length() >= farthest();
    }

    // How long the longest of the ways is that lead to the page shown.
    private int farthest() {
        if (farthest < 0) {
            farthest =
                    ways().filter(this::current).mapToInt(String::length).max().orElse(0);
        }
        return farthest;
    }

    private Stream<String> ways() {
        return Stream.of(
                        navigation().stream().map(Frame.NavItem::href),
                        administration().stream().map(Frame.NavItem::href),
                        places().stream().map(Frame.Place::href),
                        Stream.of("/communities/new"))
                .flatMap(hrefs -> hrefs);
    }

    public String number(long number) {
        return number >= 0 && number < 1000
                ? Long.toString(number)
                : NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** As people say how large a file is: “18.4 MB”. */
    public String size(long bytes) {
        return FileSize.text(locale, bytes);
    }

    /** Day and time, in full: for a tooltip or where the exact moment matters. */
    public String date(Instant instant) {
        return Moments.full(locale, instant.atZone(zone));
    }

    /** The name of a day of the week, 1 being Monday. */
    public String weekday(int day) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    public String day(LocalDate day) {
        return Moments.day(locale, day.atStartOfDay(zone), today());
    }

    public String day(Instant instant) {
        return Moments.day(locale, instant.atZone(zone), today());
    }

    /** As people say it: “20 min ago”, “yesterday”, “Tuesday”, then the date. */
    public String ago(Instant instant) {
        return Moments.ago(locale, instant.atZone(zone), clock.instant().atZone(zone));
    }

    /** A moment to come, as one names it after “by”: “16:30”, “tomorrow 10:00”, “Thursday 16:00”, then the date. */
    public String by(Instant instant) {
        return Moments.by(locale, instant.atZone(zone), clock.instant().atZone(zone));
    }

    /** How long something lasts or took: “35 min”, “2 h 35”, “3 days”. */
    public String lasting(Duration duration) {
        return Moments.lasting(locale, duration);
    }

    /**
     * What a template draws for each reader anew, where the rest of it is {@link Drawings kept}: nothing of it may come from
     * outside the two that it is given.
     *
     * @param type of the thing that is drawn
     * @param thing as this reader has it
     */
    public <T> Content own(Class<T> type, T thing, Drawings.Own<T> own) {
        return output -> {
            if (drawing == null) {
                output.writeUserContent(own.of(this, thing));
            } else {
                drawing.leaveOpen(type, own);
            }
        };
    }

    /** As {@link #own(Class, Object, Drawings.Own)}, for what the page alone decides. */
    public Content own(Function<Page, Content> own) {
        return own(Object.class, this, (page, thing) -> own.apply(page));
    }

    void draw(Drawings.@Nullable Underway underway) {
        drawing = underway;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Frame frame() {
        if (frame == null) {
            frame = furnished.get();
        }
        return frame;
    }
}
