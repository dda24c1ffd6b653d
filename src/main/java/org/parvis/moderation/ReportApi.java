package org.parvis.moderation;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.CREATED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.access.Agent;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.CommentId;
import org.parvis.conversation.PostId;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Choice;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;

/** Reports for programs. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class ReportApi {

    @Schema(name = "NewReport", description = "About one thing: a post, a comment, a person or a community")
    record NewJson(
            @Nullable String post,
            @Nullable String comment,
            @Nullable String person,
            @Nullable String community,

            @Schema(description = "disrespect, private, misplaced, safety or other", requiredMode = REQUIRED) @Nullable
            String reason,

            @Schema(maxLength = Reports.TEXT) @Nullable String text) {}

    @Schema(name = "NewReportHandling")
    record DecisionJson(
            @Schema(description = "keep, hide, remove or warn", requiredMode = REQUIRED) @Nullable
            String action,

            @Schema(
                    description = "Told to both sides",
                    requiredMode = REQUIRED,
                    minLength = 1,
                    maxLength = Reports.TEXT)
            @Nullable
            String reason) {}

    private final Reports reports;
    private final Subjects subjects;

    ReportApi(Reports reports, Subjects subjects) {
        this.reports = reports;
        this.subjects = subjects;
    }

    @Operation(
            operationId = "report",
            summary = "Report something; the same thing again, while it is open, changes one's reason")
    @PostMapping
    @ResponseStatus(CREATED)
    ResponseEntity<ReportJson> report(@SignedIn Viewer viewer, @RequestBody NewJson typed) {
        var id = reports.report(viewer, subject(viewer, typed), typed.reason(), typed.text());
        return ResponseEntity.created(URI.create("/api/v1/reports/" + id)).body(get(viewer, id));
    }

    private Subject subject(Viewer viewer, NewJson typed) {
        var named = Stream.of(typed.post(), typed.comment(), typed.person(), typed.community())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw new Invalid("post", "moderation.about-one");
        }
        if (typed.post() != null) {
            return subjects.post(viewer, PostId.of(typed.post()));
        } else if (typed.comment() != null) {
            return subjects.comment(viewer, CommentId.of(typed.comment()));
        } else if (typed.person() != null) {
            return subjects.person(viewer, PersonId.of(typed.person()));
        } else {
            return subjects.community(viewer, CommunityId.of(Objects.requireNonNull(typed.community())));
        }
    }

    @Operation(operationId = "listReports", summary = "The reports that the caller handles, the newest first")
    @GetMapping
    JsonList<ReportJson> list(
            @SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String state, Paging paging) {
        var handled =
                Choice.of("state", state, "open", "handled").orElse("open").equals("handled");
        return JsonList.of(reports.list(viewer, handled, null, paging.fromNewest(), paging.limit()), ReportJson::of);
    }

    @Operation(operationId = "getReport", summary = "A report that the caller handles, or made")
    @GetMapping("/{id}")
    ReportJson get(@SignedIn Viewer viewer, @PathVariable ReportId id) {
        return ReportJson.of(reports.find(viewer, id));
    }

    @Operation(
            operationId = "handleReport",
            summary = "Decide about a report: keep, hide, remove or warn; what is hidden may be kept or removed later")
    @PutMapping("/{id}/handling")
    ReportJson handle(@SignedIn Viewer viewer, @PathVariable ReportId id, @RequestBody DecisionJson typed) {
        reports.handle(viewer, id, typed.action(), typed.reason(), Agent.Origin.API);
        return get(viewer, id);
    }
}
