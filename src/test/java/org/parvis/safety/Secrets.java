package org.parvis.safety;

import static org.awaitility.Awaitility.await;
import static org.parvis.people.PersonKind.EMPLOYEE;
import static org.parvis.testing.Cast.as;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityForm;
import org.parvis.communities.CommunityId;
import org.parvis.communities.Memberships;
import org.parvis.communities.Standing;
import org.parvis.conversation.Bookmarks;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.PostKinds;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Reaction;
import org.parvis.conversation.Reactions;
import org.parvis.conversation.Submission;
import org.parvis.conversation.Topics;
import org.parvis.conversation.Watch;
import org.parvis.conversation.WatchedThreads;
import org.parvis.links.Found;
import org.parvis.links.Links;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.outgoing.RefusedAddress;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.web.PublicAddress;
import org.parvis.polls.Poll;
import org.parvis.polls.Polls;
import org.parvis.testing.Cast;
import org.parvis.testing.Recordings;
import org.parvis.testing.SharedData;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One hidden thing of every kind. What nobody outside may learn holds the word {@code zyqhid}, what only employees may
 * know {@code zyqfirm}. Lucía was a member once, Gil is a guest of another place, Priya and Youssef never were inside,
 * and Omar, who administrates with every role there is, is no exception.
 */
@TestComponent
@SuppressWarnings("NullAway.Init") // openWorld and hide fill it
class Secrets {

    private final Cast cast;
    private final Communities communities;
    private final Memberships memberships;
    private final Posts posts;
    private final PostKinds kinds;
    private final Polls polls;
    private final Comments comments;
    private final Reactions reactions;
    private final Topics topics;
    private final Bookmarks bookmarks;
    private final WatchedThreads threads;
    private final Pictures pictures;
    private final Attachments attachments;
    private final Links links;
    private final PublicAddress here;
    private final JdbcClient jdbc;

    Viewer bruno;
    Viewer wanda;
    CommunityId shared;
    CommunityId onRequest;
    CommunityId unlisted;
    PostId wall;
    PostId edited;
    PostId removed;
    PostId hidden;
    PostId unlistedPost;
    PostId poll;
    PostId praise;
    List<Long> choices = List.of();
    PostId question;
    PostId notice;
    PostId announcement;
    PostId article;
    CommentId answer;
    PostId lucias;
    PostId gone;
    CommentId comment;
    CommentId reply;
    CommentId mine;
    CommentId open;
    CommentId goneComment;
    CommentId goneAltogether;
    long picture;
    long portrait;
    long plan;
    long photograph;
    long annex;
    long card;
    long waiting;
    long recording;
    long reported;
    String draft = "";
    String feed = "";
    List<String> importedPlaces = List.of();
    List<String> importedPosts = List.of();

    Secrets(
            Cast cast,
            Communities communities,
            Memberships memberships,
            Posts posts,
            PostKinds kinds,
            Polls polls,
            Comments comments,
            Reactions reactions,
            Topics topics,
            Bookmarks bookmarks,
            WatchedThreads threads,
            Pictures pictures,
            Attachments attachments,
            Links links,
            PublicAddress here,
            JdbcClient jdbc) {
        this.cast = cast;
        this.communities = communities;
        this.memberships = memberships;
        this.posts = posts;
        this.kinds = kinds;
        this.polls = polls;
        this.comments = comments;
        this.reactions = reactions;
        this.topics = topics;
        this.bookmarks = bookmarks;
        this.threads = threads;
        this.pictures = pictures;
        this.attachments = attachments;
        this.links = links;
        this.here = here;
        this.jdbc = jdbc;
    }

    /** What everybody may see before there are secrets; the place on request is found, not read. */
    void openWorld() {
        bruno = cast.bruno();
        wanda = cast.person("Wanda Zyqfirmov", EMPLOYEE);
        shared = found("Suppliers", "request", true);
        jdbc.sql("insert into membership values (:shared, :guest, 'member', now(), :owner)")
                .param("shared", shared.value())
                .param("guest", cast.gil().id().value())
                .param("owner", bruno.id().value())
                .update();
        // They know something about what is asked later, and may not know that it was.
        jdbc.sql("update person set expertise = '{seals,pumps}' where id = any (:people)")
                .param("people", new Long[] {
                    cast.priya().id().value(),
                    cast.lucia().id().value(),
                    omar().id().value()
                })
                .update();
        posts.publish(bruno, shared, "Welcome, Gil.");
        wall = posts.publish(bruno, null, "zyqfirmwall for colleagues #zyqfirmtopic");
        open = comments.add(wanda, wall, null, "zyqfirmcomment");
        edited = posts.publish(bruno, null, "zyqhidedited was wrong #zyqhidformer");
        posts.edit(bruno, edited, "Now it is right.");
        var reworded = comments.add(bruno, edited, null, "zyqhidreworded #zyqhidformer");
        comments.edit(bruno, reworded, "Better words.");
        gone = posts.publish(wanda, null, "zyqhidgone #zyqhidgonetopic");
        posts.delete(wanda, gone, null);
        goneComment = comments.add(bruno, wall, null, "zyqhidgonecomment #zyqhidgonetopic");
        comments.add(wanda, wall, goneComment, "An answer that stays.");
        comments.delete(bruno, goneComment, null);
        goneAltogether = comments.add(bruno, wall, null, "zyqhidgonecomment #zyqhidgonetopic");
        comments.delete(bruno, goneAltogether, null);
        connect(bruno, wanda, cast.person("Zoe Zyqfirmova", EMPLOYEE));
        onRequest = found("Zyqfirm quality", "request", true);
        memberships.put(bruno, onRequest, wanda.id(), Standing.MEMBER);
        memberships.put(bruno, onRequest, cast.lucia().id(), Standing.MEMBER);
        lucias = posts.publish(cast.lucia(), onRequest, "zyqhidlucia wrote when she was inside");
        memberships.remove(bruno, onRequest, cast.lucia().id());
        posts.publish(bruno, null, "What Lucía said: " + here.link("/posts/" + lucias));
        appoint(wanda);
        notice = announce(wanda, null, "zyqfirmnotice");
        portrait = pictures.keep(
                picture(), wanda.id().value(), "person", wanda.id().value());
        jdbc.sql("update person set photo = :file where id = :id")
                .param("file", portrait)
                .param("id", wanda.id().value())
                .update();
        found("Zyqfirm standards", "request", true);
        posts.publish(bruno, shared, "Gil, do not ask " + mention("Zyqfirm quality", onRequest));
        var cabinet = found("Zyqhid cabinet", "invitation", false);
        var asked = posts.publish(bruno, null, "Who decides? " + mention("Zyqhid cabinet", cabinet));
        comments.add(bruno, asked, null, "Yes, " + mention("Zyqhid cabinet", cabinet));
        // Long enough ago for a new word to be news.
        jdbc.sql("update community set created_at = created_at - interval '1 day', active_at = active_at -"
                        + " interval '1 day'")
                .update();
    }

    // Above and below Bruno stand people whom a guest of his community does not know, and who follow him.
    private void connect(Viewer bruno, Viewer above, Viewer below) {
        jdbc.sql("update person set manager_id = :above where id = :bruno")
                .param("above", above.id().value())
                .param("bruno", bruno.id().value())
                .update();
        jdbc.sql("update person set manager_id = :bruno where id = :below")
                .param("below", below.id().value())
                .param("bruno", bruno.id().value())
                .update();
        jdbc.sql("""
                insert into person_follow (follower_id, followed_id, since)
                values (:bruno, :above, now()), (:below, :bruno, now())
                """)
                .param("above", above.id().value())
                .param("below", below.id().value())
                .param("bruno", bruno.id().value())
                .update();
    }

    /** A private group of past conversations, brought in by Nadia, who becomes its owner. */
    void importPrivateGroup(MockMvcTester browser) {
        var nadia = cast.nadia();
        var checked = settled(
                browser,
                browser.post()
                        .uri("/administration/imports")
                        .multipart()
                        .file(new MockMultipartFile("file", "past.zip", "application/zip", PrivateGroup.zipped()))
                        .param("kind", "slack")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .exchange());
        settled(
                browser,
                browser.post()
                        .uri(checked + "/execution")
                        .with(as(nadia, "ADMINISTRATOR"))
                        .exchange());
        importedPlaces = ids("select id::text from community where source is not null");
        importedPosts = ids("select id::text from post where source is not null");
    }

    private String settled(MockMvcTester browser, MvcTestResult begun) {
        var page = String.valueOf(begun.getResponse().getHeader("Location"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select count(*) from import_run where state = 'running'")
                        .query(Integer.class)
                        .single()
                        .equals(0));
        return page;
    }

    private List<String> ids(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }

    Viewer omar() {
        var omar = cast.person("Omar Haddad", EMPLOYEE);
        jdbc.sql("""
                insert into network_role (person_id, role, granted_at)
                select :omar, unnest(array['administrator', 'community_manager', 'editor', 'moderator']), now()
                on conflict do nothing
                """).param("omar", omar.id().value()).update();
        return omar;
    }

    /** Everything hidden; whatever shows outside afterwards is a leak. */
    void hide() {
        var lucia = cast.lucia();
        unlisted = found("Zyqhid merger", "invitation", false);
        memberships.put(bruno, unlisted, wanda.id(), Standing.MEMBER);
        memberships.put(bruno, unlisted, lucia.id(), Standing.MEMBER);
        memberships.put(bruno, onRequest, lucia.id(), Standing.MEMBER);
        plan = attach("zyqhidplan.txt", "zyqhidplan".getBytes(StandardCharsets.UTF_8));
        photograph = attach("zyqhidphotograph.png", picture());
        waiting = attach("zyqhidwaiting.txt", "zyqhidwaiting".getBytes(StandardCharsets.UTF_8));
        recording = attach("zyqhidrecording.wav", Recordings.sound(1));
        jdbc.sql("insert into caption (file, language, cues) values (:file, 'en', 'WEBVTT zyqhidcaption')")
                .param("file", recording)
                .update();
        hidden = posts.publish(
                bruno,
                onRequest,
                "zyqhidpost #zyqhidtopic #zyqfirmtopic for @[Lucía Moreno](person:" + lucia.id() + ")",
                List.of(
                        new Enclosure(plan, ""),
                        new Enclosure(photograph, "zyqhidalt"),
                        new Enclosure(recording, "", "zyqhidtranscript")));
        comment = comments.add(lucia, hidden, null, "zyqhidcomment");
        reply = comments.add(wanda, hidden, comment, "zyqhidreply @[Lucía Moreno](person:" + lucia.id() + ")");
        annex = attach("zyqhidannex.txt", "zyqhidannex".getBytes(StandardCharsets.UTF_8));
        mine = comments.add(bruno, hidden, null, "zyqhidmine", List.of(new Enclosure(annex, "")));
        reactions.put(bruno, hidden, Reaction.LIKE);
        reactions.put(bruno, comment, Reaction.LIKE);
        topics.follow(lucia, "zyqhidtopic");
        unlistedPost = posts.publish(wanda, unlisted, "zyqhidmerger #zyqhidtopic https://example.org/zyqhidlink");
        card = card(unlistedPost, "https://example.org/zyqhidlink");
        poll = posts.publish(wanda, unlisted, aPoll());
        choices =
                polls.find(bruno, poll).choices().stream().map(Poll.Choice::id).toList();
        polls.vote(bruno, poll, Set.copyOf(choices));
        announcement = announce(bruno, unlisted, "zyqhidannouncement");
        article = posts.publish(wanda, unlisted, article(kinds.of("article")));
        praise = posts.publish(bruno, unlisted, praise(kinds.of("praise"), wanda));
        posts.publish(bruno, unlisted, praise(kinds.of("praise"), unlisted));
        removed = posts.publish(wanda, onRequest, "zyqhidremoved");
        posts.delete(bruno, removed, "zyqhidreason");
        reported = report(unlistedPost);
        question = ask(wanda, "zyqhidquestion which seals");
        answer = comments.add(bruno, question, null, "zyqhidanswer");
        ask(wanda, "zyqhidquestion which pumps");
        jdbc.sql("insert into acceptance values (:question, :answer, :asker, now())")
                .param("question", question.value())
                .param("answer", answer.value())
                .param("asker", wanda.id().value())
                .update();
        picture = pictures.keep(picture(), bruno.id().value(), Communities.KIND, unlisted.value());
        communities.picture(bruno, unlisted, picture);
        feed = Tokens.feed(jdbc, lucia, unlisted.value());
        for (var reader : List.of(wanda, lucia)) {
            bookmarks.put(reader, hidden);
            threads.choose(reader, hidden, Watch.FOLLOWED);
        }
        memberships.remove(bruno, unlisted, lucia.id());
        memberships.remove(bruno, onRequest, lucia.id());
        draft = draft(wanda);
        shareWith(lucia);
        awaitReading();
    }

    /** What she has begun, and tells nobody. */
    private String draft(Viewer author) {
        return jdbc.sql("""
                insert into draft (person_id, key, community_id, form, changed_at)
                values (:author, gen_random_uuid(), :community, '{"text": ["zyqhiddraft"], "title": ["zyqhiddraft"]}', now())
                returning key::text
                """)
                .param("author", author.id().value())
                .param("community", unlisted.value())
                .query(String.class)
                .single();
    }

    // She was invited to write on it while she was inside.
    private void shareWith(Viewer coauthor) {
        jdbc.sql("insert into draft_coauthor select id, :person, now() from draft where key = :key::uuid")
                .param("person", coauthor.id().value())
                .param("key", draft)
                .update();
    }

    private void appoint(Viewer editor) {
        jdbc.sql("insert into network_role (person_id, role, granted_at) values (:id, 'editor', now())")
                .param("id", editor.id().value())
                .update();
    }

    private PostId announce(Viewer author, @Nullable CommunityId place, String title) {
        return posts.publish(author, place, announcement(kinds.of("announcement"), title));
    }

    private static <D> Submission<D> announcement(PostKind<D> kind, String title) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("acknowledge", "true");
        form.add("title-fr", title + " bis");
        form.add("text-fr", title + "texte");
        return new Submission<>(kind, title, title + "text", List.of(), kind.typed(form));
    }

    private static <D> Submission<D> article(PostKind<D> kind) {
        var text = "zyqhidarticle\n\n## zyqhidone\n\n## zyqhidtwo\n\n## zyqhidthree";
        return new Submission<>(kind, "zyqhidlongread", text, List.of(), kind.typed(new LinkedMultiValueMap<>()));
    }

    private static <D> Submission<?> praise(PostKind<D> kind, Object whom) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("value", "4");
        if (whom instanceof Viewer person) {
            form.add("people", person.id().toString());
        } else {
            form.add("praised", whom.toString());
        }
        return new Submission<>(kind, null, "zyqhidpraise", List.of(), kind.typed(form));
    }

    private Submission<?> aPoll() {
        return aPoll(kinds.of("poll"));
    }

    private static <D> Submission<?> aPoll(PostKind<D> kind) {
        var form = new LinkedMultiValueMap<String, String>();
        form.put("options", List.of("zyqhidchoice", "zyqhidalternative"));
        form.add("multiple", "true");
        return new Submission<>(kind, null, "zyqhidpoll", List.of(), kind.typed(form));
    }

    /** What Bruno reports is his to handle, as its owner. */
    private long report(PostId post) {
        return jdbc.sql("""
                with opened as (
                    insert into report (subject_kind, subject_id, reported_id, community_id, to_owners, opened_at)
                    select 'post', id, author_id, community_id, true, now() from post where id = :post
                    returning id
                )
                insert into report_voice (report_id, person_id, reason, text, words, at)
                select id, :bruno, 'other', 'zyqhidvoice', 'zyqhidmerger', now() from opened
                returning report_id
                """)
                .param("post", post.value())
                .param("bruno", bruno.id().value())
                .query(Long.class)
                .single();
    }

    // What is read in a document comes a moment later, and is no change that anybody made.
    private void awaitReading() {
        await().until(() -> jdbc.sql("select not exists (select from document where text is null)")
                .query(Boolean.class)
                .single());
    }

    private PostId ask(Viewer asker, String title) {
        return posts.publish(asker, unlisted, question(kinds.of("question"), title));
    }

    private static <D> Submission<D> question(PostKind<D> kind, String title) {
        return new Submission<>(kind, title, "zyqhiddetails", List.of(), kind.typed(new LinkedMultiValueMap<>()));
    }

    /** The addresses of what an employee outside must not find; {@code nothing} in the same shape is not there at all. */
    Addresses hidden() {
        var all = new java.util.HashMap<>(Map.of(
                "communities", all(unlisted),
                "posts",
                        all(hidden, unlistedPost, poll, praise, announcement, article, question, removed, lucias, gone),
                "polls", all(poll),
                "announcements", all(announcement),
                "options", all(choices.toArray()),
                "comments", all(comment, reply, answer, goneAltogether),
                "reports", all(reported),
                "drafts", all(draft),
                "topics", List.of("zyqhidtopic", "zyqhidformer", "zyqhidgonetopic"),
                "files", all(picture, plan, photograph, annex, card, recording, waiting)));
        all.put("feeds", all(feed));
        return new Addresses(with(all));
    }

    /** What a guest must not find beside that. */
    Addresses hiddenFromGuests() {
        var all = new java.util.HashMap<>(hidden().things());
        all.putAll(Map.of(
                "communities", all(unlisted, onRequest),
                "posts",
                        all(
                                hidden,
                                unlistedPost,
                                poll,
                                praise,
                                announcement,
                                article,
                                notice,
                                question,
                                removed,
                                lucias,
                                gone,
                                wall,
                                edited),
                "announcements", all(announcement, notice),
                "comments", all(comment, reply, answer, goneComment, goneAltogether, open),
                "people", all(wanda.id()),
                "topics", List.of("zyqhidtopic", "zyqfirmtopic"),
                "files", all(picture, portrait, plan, photograph, annex, card, recording, waiting)));
        return new Addresses(with(all));
    }

    /** The addresses of what an import brought into a private group. */
    Addresses imported() {
        return new Addresses(with(Map.of(
                "communities", importedPlaces,
                "comments", List.of("99999999"),
                "posts", importedPosts,
                "polls", importedPosts,
                "announcements", importedPosts,
                "topics", List.of("zyqhidimported"))));
    }

    private static List<String> all(Object... ids) {
        return Stream.of(ids).map(Object::toString).toList();
    }

    /** What may be found though not everything in it may be read. */
    Addresses halfOpen() {
        return new Addresses(with(Map.of(
                "communities", List.of("" + onRequest),
                "posts", List.of("" + wall, "" + edited, "" + notice),
                "announcements", List.of("" + notice),
                "comments", List.of("" + open, "" + goneComment),
                "people", List.of("" + bruno.id(), "" + wanda.id()),
                "drafts", List.of(draft),
                "topics", List.of("zyqfirmtopic"),
                "files", List.of("" + portrait))));
    }

    /** Ids that nothing has. */
    static Addresses nothing() {
        return new Addresses(with(Map.of(
                "communities", List.of("99999999"),
                "posts", List.of("99999999"),
                "comments", List.of("99999999"),
                "people", List.of("99999999"),
                "topics", List.of("nobodywroteit"),
                "files", List.of("99999999"))));
    }

    /** Addresses of these things, and of nothing where no more is said. */
    static Addresses about(Map<String, List<String>> things) {
        return new Addresses(with(things));
    }

    private static Map<String, List<String>> with(Map<String, List<String>> things) {
        var all = new java.util.HashMap<>(Map.of(
                "members", List.of("99999999"),
                "requests", List.of("99999999"),
                "invitations", List.of("99999999"),
                "people", List.of("99999999"),
                "reactions", List.of("like"),
                "files", List.of("99999999"),
                "size", List.of("48", "96", "256", "640"),
                "links", List.of("nothing"),
                "assets", List.of("nothing")));
        all.putAll(Map.of(
                "devices", List.of("99999999"),
                "polls", List.of("99999999"),
                "options", List.of("99999999"),
                "tokens", List.of("99999999"),
                "imports", List.of("99999999"),
                "mail", List.of("99999999"),
                "charter", List.of("1"),
                "captions", List.of("en"),
                "reports", List.of("99999999"),
                "roles", List.of("administrator")));
        all.put("unsubscribe", List.of("nothing"));
        all.put("feeds", List.of("nothing"));
        all.put("authors", List.of("99999999"));
        all.put("drafts", List.of("00000000-0000-0000-0000-000000000000"));
        all.put("announcements", List.of("99999999"));
        all.put("values", List.of("99999999"));
        all.putAll(things);
        // What the feed takes less from.
        all.put("muted", List.of("community", "person", "topic"));
        all.put("community", all.getOrDefault("communities", List.of("99999999")));
        all.put("bookmarks", all.getOrDefault("posts", List.of("99999999")));
        all.put("person", all.getOrDefault("people", List.of("99999999")));
        all.put("topic", all.getOrDefault("topics", List.of("nobodywroteit")));
        return all;
    }

    private static String mention(String name, CommunityId community) {
        return "@[" + name + "](community:" + community + ")";
    }

    private CommunityId found(String name, String access, boolean listed) {
        return communities.create(
                bruno, new CommunityForm(name, name + " and why", "business", access, listed, null, null));
    }

    private long attach(String name, byte[] content) {
        return attachments
                .keep(bruno.id().value(), name, new ByteArrayResource(content), content.length)
                .id();
    }

    /** The picture of what another site says of a hidden link. */
    private long card(PostId post, String address) {
        var found = new Found("example.org", "zyqhidsite", "zyqhidcard", "zyqhiddescription");
        try {
            links.tell(post, WebAddress.of(address), found, new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB));
        } catch (RefusedAddress impossible) {
            throw new UncheckedIOException(impossible);
        }
        return jdbc.sql("select picture from link where address = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    static byte[] picture() {
        try {
            return Files.readAllBytes(SharedData.file("attacks/files/png-ok-64x64.png"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
