package org.parvis.announcements;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parvis.conversation.PostId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Announcements for programs; an announcement itself is the field {@code announcement} of its post. */
@RestController
@RequestMapping("/api/v1/announcements/{post}")
@Tag(name = "Announcements")
class AnnouncementApi {

    @Schema(name = "AnnouncementReach")
    record ReachJson(
            @Schema(description = "How many people it is brought to")
            long reached,

            @Schema(description = "How many of them have had it before their eyes")
            long seen,

            @Schema(description = "How many of them confirmed that they read it")
            long acknowledged) {}

    private final Announcements announcements;
    private final Readers readers;

    AnnouncementApi(Announcements announcements, Readers readers) {
        this.announcements = announcements;
        this.readers = readers;
    }

    @Operation(
            operationId = "acknowledgeAnnouncement",
            summary = "Confirm that one has read it, where one is asked to",
            description = "403 when nobody asks the caller; 409 a year after it was published.")
    @PutMapping("/acknowledgement")
    AnnouncementJson acknowledge(@SignedIn Viewer viewer, @PathVariable PostId post) {
        announcements.acknowledge(viewer, post);
        return AnnouncementJson.of(announcements.find(viewer, post));
    }

    @Operation(
            operationId = "getAnnouncementReach",
            summary = "How far it comes; for its author and the network's editors")
    @GetMapping("/reach")
    ReachJson reach(@SignedIn Viewer viewer, @PathVariable PostId post) {
        var reach = readers.reach(viewer, post);
        return new ReachJson(reach.reached(), reach.seen(), reach.acknowledged());
    }
}
