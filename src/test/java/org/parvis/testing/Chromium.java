package org.parvis.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One Chromium for each thread that runs tests, as Playwright demands; it ends with the process. {@code PARVIS_CHROMIUM}
 * says where it is.
 */
public final class Chromium {

    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::launch);

    public static Browser browser() {
        return BROWSER.get();
    }

    // The system's where there is one; Playwright brings its own where there is none.
    private static Browser launch() {
        var found = path();
        var skip = found == null ? Map.<String, String>of() : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var options = new LaunchOptions().setArgs(arguments());
        if (found != null) {
            options.setExecutablePath(found);
        }
        return Playwright.create(new CreateOptions().setEnv(skip)).chromium().launch(options);
    }

    private static @Nullable Path path() {
        var usual = Path.of("/usr/bin/chromium");
        var named = System.getenv("PARVIS_CHROMIUM");
        return named != null ? Path.of(named) : Files.exists(usual) ? usual : null;
    }

    // Chromium refuses its sandbox to root. Drawing is quicker without the emulation of a graphics card.
    private static List<String> arguments() {
        var common = List.of("--disable-gpu", "--disable-extensions", "--disable-background-networking");
        return "root".equals(System.getProperty("user.name"))
                ? Stream.concat(common.stream(), Stream.of("--no-sandbox")).toList()
                : common;
    }

    private Chromium() {}
}
