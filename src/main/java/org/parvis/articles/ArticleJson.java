package org.parvis.articles;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;

import java.util.List;

/** An article as the REST API writes it. */
@Schema(name = "Article")
record ArticleJson(
        @Schema(description = "The file that stands above it, one of the post's") @Nullable
        String cover,

        @Schema(description = "At 220 words a minute, at least one")
        int readingMinutes,

        @Schema(description = "Who wrote it with its author")
        List<PersonReference> coauthors) {

    static ArticleJson of(Article article) {
        var cover = article.cover();
        return new ArticleJson(
                cover == null ? null : Long.toString(cover.id()),
                article.minutes(),
                article.post().coauthors().stream()
                        .map(one -> new PersonReference(one.id().toString(), one.name()))
                        .toList());
    }
}
