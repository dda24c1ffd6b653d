package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a post is in a feed. {@code name} says which community, person, topic, department or site; null where none does. */
public record Reason(
        Kind kind, @Nullable String name, @Nullable String href) {

    /** The strongest first. */
    public enum Kind {
        OWN,
        COMMUNITY,
        PERSON,
        TOPIC,
        DEPARTMENT,
        SITE,
        COMPANY;

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
              where named.post_id = p.id and k.deleted_at is null
              order by t.id
              limit 1) as topic_followed,
            (select me.department from person me where me.id = :viewer and me.department = author.department) as shared_department,
            (select me.site from person me where me.id = :viewer and me.site = author.site) as shared_site
            """;

    /** Every reason there is, the strongest first; what everyone reads needs no other. */
    static List<Reason> of(Viewer viewer, Post post, ResultSet row) throws SQLException {
        var reasons = new ArrayList<Reason>();
        var place = post.place();
        if (viewer.is(post.author().id())) {
            reasons.add(new Reason(Kind.OWN, null, post.author().href()));
        }
        if (place != null && place.member()) {
            reasons.add(new Reason(Kind.COMMUNITY, place.name(), place.href()));
        }
        if (row.getBoolean("person_followed")) {
            reasons.add(
                    new Reason(Kind.PERSON, post.author().name(), post.author().href()));
        }
        var topic = row.getString("topic_followed");
        if (topic != null) {
            reasons.add(new Reason(
                    Kind.TOPIC, topic, "/topics/" + UriUtils.encodePathSegment(topic, StandardCharsets.UTF_8)));
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
            reasons.add(new Reason(kind, name, null));
        }
    }

    /** The sentence in that language. */
    public String text(Messages messages, Locale locale) {
        return messages.text(locale, messageKey(), name == null ? "" : name);
    }

    public String messageKey() {
        return "feed.reason." + kind.code();
    }
}
