package org.parvis.links;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.database.Columns;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards of a page's posts. What other sites say was asked for before; nobody is asked when somebody reads. */
@Component
class PostLinks implements PostParts<PostLinks.Row> {

    /** {@code address} and {@code site} of another site; {@code name} is how that calls itself, here an author. */
    record Row(
            long postId,
            @Nullable String address,
            @Nullable String site,
            @Nullable String name,
            @Nullable String place,
            @Nullable String title,
            @Nullable String text,
            @Nullable Long picture,
            boolean removed)
            implements PostParts.Row {}

    private final OwnPages pages;
    private final Fragments fragments;

    PostLinks(OwnPages pages, Fragments fragments) {
        this.pages = pages;
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return "preview";
    }

    @Override
    public Class<?> json() {
        return PreviewJson.class;
    }

    @Override
    public boolean mayHave(Post post) {
        return target(post).isPresent();
    }

    @Override
    public String query() {
        return """
                with linked as (
                    select * from unnest(:linking, :linkedKinds, :linkedIds) as linked (post_id, kind, id)
                ), found as (
                    select l.post_id, k.address, k.site, k.name, null as place, k.title, k.description as text, k.picture
                      from linked l
                      join post_link o on o.post_id = l.post_id
                      join link k on k.id = o.link_id
                     where l.kind = 'elsewhere' and k.title <> '' and (select link_previews from network)
                    union all
                    select l.post_id, null, null, author.name, place.name, p.title, left(p.text, 2000), null
                      from linked l
                      join readable_posts(:viewer) p on p.id = l.id
                      join person author on author.id = p.author_id
                      left join community place on place.id = p.community_id
                     where l.kind = 'posts'
                    union all
                    select l.post_id, null, null, null, null, p.name, concat_ws(', ', p.job_title, p.site), p.photo
                      from linked l
                      join visible_people(:viewer) p on p.id = l.id
                     where l.kind = 'people'
                    union all
                    select l.post_id, null, null, null, null, c.name, c.description, c.picture
                      from linked l
                      join findable_communities(:viewer) c on c.id = l.id
                     where l.kind = 'communities'
                )
                select f.*, r.post_id is not null as removed
                  from found f
                  left join post_link_removal r on r.post_id = f.post_id
                """;
    }

    @Override
    public Map<String, ?> parameters(List<Post> posts) {
        var targets = posts.stream().map(this::target).flatMap(Optional::stream).toList();
        return Map.of(
                "linking", Columns.numbers(posts, post -> post.id().value()),
                "linkedKinds", Columns.texts(targets, Target::kind),
                "linkedIds", Columns.numbers(targets, Target::id));
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public @Nullable LinkPart part(Viewer viewer, Post post, Row row) {
        var own = post.mayEdit(viewer);
        return target(post)
                .map(target -> preview(viewer, target, row))
                .filter(preview -> own || !row.removed())
                .map(preview -> new LinkPart(post, preview, row.removed(), own, fragments))
                .orElse(null);
    }

    private @Nullable Preview preview(Viewer viewer, Target target, Row row) {
        var page = target.page();
        return page == null ? elsewhere(target.address(), row) : pages.preview(viewer, page, row);
    }

    // Only while what was asked for is what the text names now.
    private static @Nullable Preview elsewhere(WebAddress address, Row row) {
        var name = row.name();
        var site = row.site();
        return !address.toString().equals(row.address()) || site == null || name == null
                ? null
                : new Preview(
                        address.href(),
                        false,
                        name.isEmpty() || name.equalsIgnoreCase(site) ? site : name + " · " + site,
                        String.valueOf(row.title()),
                        String.valueOf(row.text()),
                        row.picture());
    }

    private Optional<Target> target(Post post) {
        return Link.of(post.link())
                .map(address -> new Target(address, pages.among(address).orElse(null)))
                .filter(target -> target.page() == null || !target.page().isUnknown());
    }

    /** What a post links to: a page of ours, or one elsewhere. */
    private record Target(WebAddress address, @Nullable OwnPage page) {

        String kind() {
            return page == null ? "elsewhere" : page.kind();
        }

        long id() {
            return page == null ? 0 : page.id();
        }
    }
}
