package org.parvis.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One Chromium for all browser tests of the run; it ends with the process. {@code PARVIS_CHROMIUM} says where it is. */
public final class Chromium {

    private static @Nullable Browser browser;

    public static synchronized Browser browser() {
        if (browser == null) {
            browser = launch();
        }
        return browser;
    }

    private static Browser launch() {
        var playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(path()).setArgs(arguments()));
    }

    private static Path path() {
        return Path.of(System.getenv().getOrDefault("PARVIS_CHROMIUM", "/usr/bin/chromium"));
    }

    // Chromium refuses its sandbox to root.
    private static List<String> arguments() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--no-sandbox") : List.of();
    }

    private Chromium() {}
}
