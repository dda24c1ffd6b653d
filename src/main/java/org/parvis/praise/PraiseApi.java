package org.parvis.praise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Praise for programs; what is praised is the field {@code praise} of its post. */
@RestController
@RequestMapping("/api/v1/praise")
@Tag(name = "Praise")
class PraiseApi {

    @Schema(name = "PraiseValues")
    record ValuesJson(List<PraiseJson.ValueJson> items) {}

    private final Praises praises;

    PraiseApi(Praises praises) {
        this.praises = praises;
    }

    @Operation(
            operationId = "getPraiseValues",
            summary = "What one may praise for, in the order in which it is shown; all at once, 30 at most")
    @GetMapping("/values")
    ValuesJson values(@SignedIn Viewer viewer) {
        var values = praises.giving(viewer).values();
        return new ValuesJson(values.stream().map(PraiseJson.ValueJson::of).toList());
    }
}
