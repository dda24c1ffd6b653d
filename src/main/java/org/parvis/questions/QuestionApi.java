package org.parvis.questions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.Comments;
import org.parvis.conversation.PostJson;
import org.parvis.conversation.Posts;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Choice;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Questions")
class QuestionApi {

    @Schema(name = "PersonFigures")
    record FiguresJson(
            @Schema(description = "Answers of theirs that helped, where the caller may read them")
            long acceptedAnswers) {}

    private final Questions questions;
    private final AcceptedAnswers accepted;
    private final Posts posts;
    private final Comments comments;
    private final People people;

    QuestionApi(Questions questions, AcceptedAnswers accepted, Posts posts, Comments comments, People people) {
        this.questions = questions;
        this.accepted = accepted;
        this.posts = posts;
        this.comments = comments;
        this.people = people;
    }

    @Operation(
            operationId = "listQuestions",
            summary = "Questions that the caller may read",
            description = "open and late by when they are due, the earliest first; answered by their first answer, the"
                    + " latest first.")
    @GetMapping("/questions")
    JsonList<PostJson> list(
            @SignedIn Viewer viewer,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            defaultValue = "open",
                                            allowableValues = {"open", "late", "answered"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            Paging paging) {
        var queue = Choice.of("state", state, "open", "late", "answered")
                .map(Queue::of)
                .orElse(Queue.OPEN);
        return JsonList.of(questions.list(viewer, queue, null, paging.after(), paging.limit()), PostJson::of);
    }

    @Operation(
            operationId = "acceptAnswer",
            summary = "Say that this answer helped; for the asker, and in a community for its owners",
            description = "One answer of a question is accepted; another that was, is not any more.")
    @PutMapping("/comments/{id}/acceptance")
    PostJson accept(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        questions.accept(viewer, id);
        return PostJson.of(posts.show(viewer, comments.find(viewer, id).post()));
    }

    @Operation(operationId = "unacceptAnswer", summary = "Take back that this answer helped")
    @DeleteMapping("/comments/{id}/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unaccept(@SignedIn Viewer viewer, @PathVariable CommentId id) {
        questions.unaccept(viewer, id);
    }

    @Operation(operationId = "getPersonFigures", summary = "What somebody has given to others")
    @GetMapping("/people/{id}/figures")
    FiguresJson figures(@SignedIn Viewer viewer, @PathVariable PersonId id) {
        people.find(viewer, id);
        return new FiguresJson(accepted.of(viewer, id));
    }
}
