package org.parvis.polls;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Ids;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Set;

/** Voting, and who voted how where that is open. */
@Controller
@RequestMapping("/posts/{id}/poll")
class PollController {

    private final Polls polls;
    private final Messages messages;

    PollController(Polls polls, Messages messages) {
        this.polls = polls;
        this.messages = messages;
    }

    /** The poll alone, where it is asked again what was wrong. */
    @GetMapping
    ModelAndView show(@SignedIn Viewer viewer, @PathVariable PostId id) {
        return page(polls.find(viewer, id), null, "");
    }

    @PutMapping("/vote")
    ModelAndView vote(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable List<String> options,
            HttpServletResponse response) {
        return changed(viewer, id, "", () -> {
            polls.vote(viewer, id, chosen(options));
            Flash.say(response, messages.text(viewer.locale(), "polls.counted"));
        });
    }

    @PutMapping(path = "/vote", produces = Turbo.STREAM)
    ModelAndView voteInPlace(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable List<String> options) {
        return changedInPlace(viewer, id, "", () -> polls.vote(viewer, id, chosen(options)));
    }

    @PostMapping("/options")
    ModelAndView add(@SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "") String text) {
        return changed(viewer, id, text, () -> polls.add(viewer, id, text));
    }

    @PostMapping(path = "/options", produces = Turbo.STREAM)
    ModelAndView addInPlace(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "") String text) {
        return changedInPlace(viewer, id, text, () -> polls.add(viewer, id, text));
    }

    @GetMapping("/options/{option}")
    ModelAndView voters(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @PathVariable String option,
            @RequestParam(required = false) @Nullable String after) {
        var choice = Ids.parse("choice", option);
        var voters = polls.voters(viewer, id, choice, Cursor.of(after), Slice.PAGE);
        var poll = polls.find(viewer, id);
        return new ModelAndView("polls/voters")
                .addObject("viewer", viewer)
                .addObject("poll", poll)
                .addObject("chosen", poll.choice(choice))
                .addObject("voters", voters);
    }

    private ModelAndView changed(Viewer viewer, PostId id, String typed, Runnable change) {
        try {
            change.run();
            return new ModelAndView("redirect:/posts/" + id);
        } catch (Invalid invalid) {
            var again = page(polls.find(viewer, id), invalid, typed);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    // What has ended meanwhile, or was voted on another device, is shown as it is now.
    private ModelAndView changedInPlace(Viewer viewer, PostId id, String typed, Runnable change) {
        try {
            change.run();
            return inPlace(viewer, id, null, "");
        } catch (Invalid invalid) {
            return inPlace(viewer, id, invalid, typed);
        } catch (Conflict conflict) {
            return inPlace(viewer, id, null, "")
                    .addObject("said", messages.text(viewer.locale(), String.valueOf(conflict.getMessage())));
        }
    }

    private ModelAndView inPlace(Viewer viewer, PostId id, @Nullable Invalid invalid, String typed) {
        return with(new ModelAndView("polls/poll.turbo"), polls.find(viewer, id), invalid, typed);
    }

    private static ModelAndView page(Poll poll, @Nullable Invalid invalid, String typed) {
        return with(new ModelAndView("polls/page"), poll, invalid, typed);
    }

    private static ModelAndView with(ModelAndView view, Poll poll, @Nullable Invalid invalid, String typed) {
        return view.addObject("poll", poll).addObject("invalid", invalid).addObject("typed", typed);
    }

    private static Set<Long> chosen(@Nullable List<String> options) {
        return options == null ? Set.of() : Polls.chosen(options);
    }
}
