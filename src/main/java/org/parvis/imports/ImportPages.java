package org.parvis.imports;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.List;

/** Imports on pages: a file is checked first, then brought in. */
@Controller
@RequestMapping("/administration/imports")
class ImportPages {

    private final ImportDesk desk;
    private final ImportRuns runs;
    private final ImportViews views;
    private final Uploads uploads;
    private final RemarkTable table;

    ImportPages(ImportDesk desk, ImportRuns runs, ImportViews views, Uploads uploads, RemarkTable table) {
        this.desk = desk;
        this.runs = runs;
        this.views = views;
        this.uploads = uploads;
        this.table = table;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("imports/index", "runs", views.list(Cursor.of(cursor), Slice.PAGE));
    }

    @GetMapping("/new")
    ModelAndView ask() {
        return form(PeopleImport.KIND, "", null);
    }

    @PostMapping
    ModelAndView check(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = PeopleImport.KIND) String kind,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        try {
            if (file == null || file.isEmpty()) {
                throw new Invalid("file", "imports.upload.none");
            }
            var known = kind.equals(SlackImport.KIND) ? SlackImport.KIND : PeopleImport.KIND;
            var named = PlainText.optionalName("source", source, 100);
            var run = desk.check(viewer.id(), known, named.isEmpty() ? standard(known) : named, fileName(file), file);
            return new ModelAndView("redirect:/administration/imports/" + run);
        } catch (Invalid invalid) {
            return form(kind, source, invalid);
        } catch (Conflict busy) {
            return form(kind, source, new Invalid("file", "imports.upload.busy"));
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable ImportRunId id, @RequestParam(required = false) @Nullable String cursor) {
        return page(id, cursor, null);
    }

    @PostMapping("/{id}/execution")
    ModelAndView bringIn(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable ImportRunId id,
            @RequestParam(defaultValue = "") String gone,
            HttpServletResponse response) {
        var checked = views.find(id);
        if (checked.stopped() && !gone.replaceAll("[\\s\\h.,’']", "").equals(Long.toString(checked.gone()))) {
            return page(id, null, new Invalid("gone", "imports.stopped.wrong-number"));
        }
        try {
            return new ModelAndView(
                    "redirect:/administration/imports/" + desk.bringIn(viewer.id(), id, checked.stopped()));
        } catch (Conflict busy) {
            Flash.say(response, page.text("imports.upload.busy"));
        } catch (UnreadableFile unreadable) {
            Flash.say(
                    response,
                    page.text(unreadable.code(), unreadable.arguments().toArray()));
        }
        return new ModelAndView("redirect:/administration/imports/" + id);
    }

    @DeleteMapping("/{id}/upload")
    String abandon(Page page, @PathVariable ImportRunId id, HttpServletResponse response) {
        uploads.abandon(id);
        Flash.say(response, page.text("imports.abandoned"));
        return "redirect:/administration/imports";
    }

    @GetMapping("/{id}/remarks.csv")
    void remarks(Page page, @PathVariable ImportRunId id, HttpServletResponse response) throws IOException {
        var run = runs.find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + run.id() + ".csv\"");
        table.write(run.id(), page.locale(), response.getWriter());
    }

    private ModelAndView page(ImportRunId id, @Nullable String cursor, @Nullable Invalid invalid) {
        var after = Cursor.parse(cursor);
        return new ModelAndView("imports/show", status(invalid))
                .addObject("view", views.find(id))
                .addObject("remarks", runs.remarks(id, after == null ? 0 : after.id(), Slice.PAGE))
                .addObject("table", table)
                .addObject("invalid", invalid);
    }

    private static ModelAndView form(String kind, String source, @Nullable Invalid invalid) {
        return new ModelAndView("imports/new", status(invalid))
                .addObject("kind", kind)
                .addObject("source", source)
                .addObject("kinds", List.of(PeopleImport.KIND, SlackImport.KIND))
                .addObject("invalid", invalid);
    }

    private static HttpStatus status(@Nullable Invalid invalid) {
        return invalid == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static String standard(String kind) {
        return kind.equals(SlackImport.KIND) ? SlackImport.KIND : PeopleImport.SOURCE;
    }

    // A name to read, never a path; some browsers send the folders too.
    private static String fileName(MultipartFile file) {
        var given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var plain = given.replace("\0", "").replaceAll("^.*[/\\\\]", "");
        var shown = PlainText.optionalName("file", plain, 10_000);
        return shown.isEmpty()
                ? "–"
                : shown.substring(
                        0, shown.offsetByCodePoints(0, Math.min(200, shown.codePointCount(0, shown.length()))));
    }
}
