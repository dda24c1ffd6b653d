package org.parvis.links;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.outgoing.Answer;
import org.parvis.platform.outgoing.Limits;
import org.parvis.platform.outgoing.Outgoing;
import org.parvis.platform.outgoing.RefusedAddress;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.TooMany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Asks other sites what the pages are that people linked to, some at a time, each few times. */
@Component
class LinkFetching {

    private static final Logger log = LoggerFactory.getLogger(LinkFetching.class);
    private static final int AT_ONCE = 4;
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Limits PAGE = new Limits("text/html,application/xhtml+xml;q=0.9", 512 * 1024, TIME);
    private static final Limits PICTURE =
            new Limits("image/webp,image/jpeg,image/png,image/gif;q=0.8", 5 * 1024 * 1024, TIME);

    private final Links links;
    private final Outgoing outgoing;
    private final Pictures pictures;
    private final ReentrantLock darkroom = new ReentrantLock();

    LinkFetching(Links links, Outgoing outgoing, Pictures pictures) {
        this.links = links;
        this.outgoing = outgoing;
        this.pictures = pictures;
    }

    /** All that are due; once it returns nothing is under way here. */
    synchronized void fetch() {
        List<Links.Due> due;
        do {
            due = links.take(AT_ONCE);
            try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(link -> together.execute(() -> fetch(link)));
            }
        } while (due.size() == AT_ONCE);
    }

    private void fetch(Links.Due link) {
        try {
            var answer = outgoing.fetch(WebAddress.of(link.address()), PAGE);
            if (answer.isPassing()) throw new IOException("status " + answer.status());
            settle(link, PageReading.of(answer));
        } catch (RefusedAddress refused) {
            log.info("Link {} is not asked for: {}", link.id(), refused.getMessage());
            links.settle(link.id(), null, null);
        } catch (IOException | RuntimeException problem) {
            log.info("Link {} did not answer at try {}: {}", link.id(), link.tries(), problem.toString());
            if (link.isLast()) links.giveUp(link.id());
        }
    }

    private void settle(Links.Due link, @Nullable PageReading page) {
        if (page == null) {
            links.settle(link.id(), null, null);
        } else {
            var address = page.picture();
            links.settle(link.id(), page.found(), address == null ? null : picture(link, address));
        }
    }

    // A card without a picture is a card: there is one try.
    private @Nullable Long picture(Links.Due link, WebAddress address) {
        try {
            var answer = outgoing.fetch(address, PICTURE);
            return answer.isOk() && !answer.cut() ? develop(link, answer) : null;
        } catch (IOException | Invalid | TooMany none) {
            log.info("The picture of link {} is left out: {}", link.id(), none.toString());
            return null;
        }
    }

    // One at a time, so that what people upload does not wait for what others' sites show.
    private long develop(Links.Due link, Answer answer) {
        darkroom.lock();
        try {
            return pictures.keep(answer.body(), null, Links.KIND, link.id());
        } finally {
            darkroom.unlock();
        }
    }
}
