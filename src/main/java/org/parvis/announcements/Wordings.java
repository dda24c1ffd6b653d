package org.parvis.announcements;

import org.jspecify.annotations.Nullable;
import org.parvis.announcements.AnnouncementDraft.WordingDraft;
import org.parvis.announcements.AnnouncementDraft.Words;
import org.parvis.conversation.PostId;
import org.parvis.platform.network.Network;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words of announcements in other languages of the network than the one they were first written in. */
@Component
class Wordings {

    private final JdbcClient jdbc;
    private final Network network;

    Wordings(JdbcClient jdbc, Network network) {
        this.jdbc = jdbc;
        this.network = network;
    }

    /** The network's, as BCP 47 tags. */
    List<String> languages() {
        return network.identity().map(Network.Identity::languages).orElse(List.of());
    }

    /** As a form has them, each in {@code title-…} and {@code text-…}; a language in which nothing stands is left out. */
    List<@Nullable WordingDraft> typed(MultiValueMap<String, String> form) {
        var wordings = new ArrayList<@Nullable WordingDraft>();
        for (var language : languages()) {
            var title = form.getFirst("title-" + language);
            var text = form.getFirst("text-" + language);
            if (title != null && !title.isBlank() || text != null && !text.isBlank()) {
                wordings.add(new WordingDraft(language, title, text));
            }
        }
        return wordings;
    }

    /** What a program gave, as {@link #typed} reads it. */
    static void fill(MultiValueMap<String, String> form, AnnouncementDraft draft) {
        var given = draft.wordings() == null ? List.<@Nullable WordingDraft>of() : draft.wordings();
        for (var wording : given) {
            if (wording == null || wording.language() == null) continue;
            if (wording.title() != null) form.set("title-" + wording.language(), wording.title());
            if (wording.text() != null) form.set("text-" + wording.language(), wording.text());
        }
    }

    /** Those that are kept, as a form has them. */
    MultiValueMap<String, String> form(PostId post) {
        var form = new LinkedMultiValueMap<String, String>();
        jdbc.sql("select language, title, text from announcement_wording where post_id = :post")
                .param("post", post.value())
                .query((RowCallbackHandler) row -> {
                    form.add("title-" + row.getString("language"), row.getString("title"));
                    form.add("text-" + row.getString("language"), row.getString("text"));
                });
        return form;
    }

    /** These are kept, and no others. */
    void keep(PostId post, Collection<Words> words) {
        jdbc.sql("delete from announcement_wording where post_id = :post and not language = any (:languages)")
                .param("post", post.value())
                .param("languages", words.stream().map(Words::language).toArray(String[]::new))
                .update();
        words.forEach(one -> jdbc.sql("""
                insert into announcement_wording (post_id, language, title, text)
                values (:post, :language, :title, :text)
                on conflict (post_id, language) do update set title = excluded.title, text = excluded.text
                """)
                .param("post", post.value())
                .param("language", one.language())
                .param("title", one.title())
                .param("text", one.text())
                .update());
    }
}
