package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.NotFound;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a post is in a feed. {@code name} says which community, person, topic, department or site; {@code id} is what
 * following less of it goes by. Null where there is none.
 */
public record Reason(
        Kind kind, @Nullable String name, @Nullable String id) {

    /** The strongest first. */
    public enum Kind {
        OWN,
        COMMUNITY,
        PERSON,
        TOPIC,
        DEPARTMENT,
        SITE,
        COMPANY;

        /** @throws NotFound for what is none */
        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("reason " + code));
        }

        /** As the API and the messages write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What else a row must tell of {@code p} and its {@code author}, beside {@link Post#COLUMNS}. */
    static final String COLUMNS = """
            exists (select from person_follow f where f.follower_id = :viewer and f.followed_id = p.author_id) as person_followed,
            (select t.name
               from post_topic named
               join topic_follow f on f.topic_id = named.topic_id and f.person_id = :viewer
               join topic t on t.id = named.topic_id
               left join comment k on k.id = named.comment_id
              where named.post_id = p.id and (k.id is null or stands(k, :viewer))
              order by t.id
              limit 1) as topic_followed,
            (select me.department from person me
              where me.id = :viewer and me.department = author.department
                and not exists (select from feed_muted m where m.person_id = me.id and m.kind = 'department')) as shared_department,
            (select me.site from person me
              where me.id = :viewer and me.site = author.site
                and not exists (select from feed_muted m where m.person_id = me.id and m.kind = 'site')) as shared_site,
            exists (select from feed_muted m
                     where m.person_id = :viewer and m.kind = 'community' and m.community_id = p.community_id) as place_muted
            """;

    /** Every reason there is, the strongest first; what everyone reads needs no other. */
    static List<Reason> of(Viewer viewer, Post post, ResultSet row) throws SQLException {
        var reasons = new ArrayList<Reason>();
        var place = post.place();
        if (viewer.is(post.author().id())) {
            reasons.add(new Reason(Kind.OWN, null, null));
        }
        if (place != null && place.member() && !row.getBoolean("place_muted")) {
            reasons.add(new Reason(Kind.COMMUNITY, place.name(), place.id().toString()));
        }
        if (row.getBoolean("person_followed")) {
            reasons.add(new Reason(
                    Kind.PERSON, post.author().name(), post.author().id().toString()));
        }
        var topic = row.getString("topic_followed");
        if (topic != null) {
            reasons.add(new Reason(Kind.TOPIC, topic, topic));
        }
        if (place == null && !viewer.is(post.author().id())) {
            shared(Kind.DEPARTMENT, row.getString("shared_department"), reasons);
            shared(Kind.SITE, row.getString("shared_site"), reasons);
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Kind.COMPANY, null, null));
        }
        return List.copyOf(reasons);
    }

    private static void shared(Kind kind, @Nullable String name, List<Reason> reasons) {
        if (name != null) {
            reasons.add(new Reason(kind, name, Muted.MINE));
        }
    }

    /** The sentence in that language. */
    public String text(Messages messages, Locale locale) {
        return messages.text(locale, messageKey(), name == null ? "" : name);
    }

    public String messageKey() {
        return "feed.reason." + kind.code();
    }

    /** Where a topic is read. */
    public String topicHref() {
        return "/topics/" + UriUtils.encodePathSegment(String.valueOf(name), StandardCharsets.UTF_8);
    }

    /** Where one follows less of it; null where everything comes. */
    public @Nullable String muting() {
        return id == null
                ? null
                : "/feed/muted/" + kind.code() + "/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
