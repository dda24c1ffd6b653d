package org.parvis.announcements;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostPart;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.Mentions;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;

/** The announcements among a page's posts. */
@Component
class PostAnnouncements implements PostParts<PostAnnouncements.Row> {

    record Row(
            long postId,
            boolean acknowledge,
            Instant expiresAt,
            boolean settled,
            @Nullable Instant acknowledgedAt,
            boolean read,
            boolean lookedAfter,
            boolean brought,
            @Nullable String language,
            @Nullable String title,
            @Nullable String text,
            List<String> departments,
            List<String> sites,
            List<String> countries,
            List<String> jobTitles,
            List<Long> communities)
            implements PostParts.Row {

        /** The words of another language, where there are some; whom they mention stays text. */
        PostPart.@Nullable Wording wording() {
            return language == null || text == null
                    ? null
                    : new PostPart.Wording(title, text, Markdown.html(text, Mentions.none()), language);
        }

        Targeting targeting() {
            return new Targeting(departments, sites, countries, jobTitles, communities);
        }
    }

    private static final String QUERY = """
            select a.post_id, a.acknowledge, a.expires_at, a.settled_at is not null as settled, r.acknowledged_at,
                   r.read_at is not null as read,
                   %s as looked_after,
                   p.author_id <> :viewer and exists (select from %s where t.id = :viewer) as brought,
                   w.language, w.title, w.text, a.departments, a.sites, a.countries, a.job_titles,
                   array(select c.id from readable_communities(:viewer) c
                          where c.id = any (a.communities) order by c.id) as communities
              from announcement a
              join post p on p.id = a.post_id
              left join announcement_reading r on r.post_id = a.post_id and r.person_id = :viewer
              left join announcement_wording w on w.post_id = a.post_id and w.language = :language
             where a.post_id = any (:posts)
            """.formatted(Announcements.LOOKED_AFTER, Targeting.OF_ANNOUNCEMENT);

    private final Fragments fragments;

    PostAnnouncements(Fragments fragments) {
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return Announcements.KIND;
    }

    @Override
    public Class<?> json() {
        return AnnouncementJson.class;
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public AnnouncementPart part(Viewer viewer, Post post, Row row) {
        var announcement = new Announcement(
                post.id(),
                row.acknowledge(),
                row.expiresAt(),
                row.brought(),
                row.read(),
                row.acknowledgedAt(),
                row.lookedAfter(),
                row.settled(),
                row.wording(),
                row.lookedAfter() ? row.targeting() : null);
        return new AnnouncementPart(announcement, post.mayEdit(viewer), fragments);
    }
}
