package org.parvis.platform.disk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parvis.platform.settings.ParvisSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Refuses what writes while the disk is nearly full, so that the database never meets a full one; reading goes on, and
 * so does writing as soon as there is room again.
 */
@Component
public class DiskGuard implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(DiskGuard.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final FreeSpace freeSpace;
    private final DataSize least;
    private final AtomicBoolean full = new AtomicBoolean();

    DiskGuard(FreeSpace freeSpace, ParvisSettings settings) {
        this.freeSpace = freeSpace;
        this.least = settings.minFreeSpace();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!READING.contains(request.getMethod()) && !isAllowed(handler) && isFull()) {
            throw new ResponseStatusException(HttpStatus.INSUFFICIENT_STORAGE);
        }
        return true;
    }

    private static boolean isAllowed(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(EvenWhenFull.class);
    }

    /** For what writes much without a request, such as an import. */
    public void refuseWhenFull() {
        if (isFull()) throw new DiskFull(least);
    }

    public boolean isFull() {
        var now = freeSpace.bytes() < least.toBytes();
        if (full.getAndSet(now) != now) {
            if (now) log.warn("Less than {} MB of disk space left: writing is refused", least.toMegabytes());
            else log.info("There is disk space again: writing goes on");
        }
        return now;
    }
}
