package org.parvis.conversation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moving posts for programs. */
@RestController
@RequestMapping("/api/v1/posts/{id}/place")
@Tag(name = "Posts")
class MoveApi {

    @Schema(name = "Place")
    record PlaceJson(
            @Schema(description = "The id of a community", requiredMode = REQUIRED) @Nullable
            String community) {}

    private final Moves moves;
    private final Posts posts;

    MoveApi(Moves moves, Posts posts) {
        this.moves = moves;
        this.posts = posts;
    }

    @Operation(
            operationId = "movePost",
            summary = "Move a post to another community, as an owner of both; its address stays")
    @PutMapping
    PostJson move(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestBody PlaceJson place) {
        var _ = moves.movable(viewer, id);
        if (place.community() == null) throw new Invalid("community", "conversation.move.where");
        moves.move(viewer, id, CommunityId.of(place.community()));
        return PostJson.of(posts.show(viewer, id));
    }
}
