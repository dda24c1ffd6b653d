package org.parvis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import java.util.ArrayList;
import java.util.List;

/** A page that tells what ran on it, what it fetched elsewhere, what its policy had to stop and what has a strange shape. */
final class Trap {

    // What runs says so, and so does what the policy stops: escaped text gives it nothing to stop.
    private static final String HOOK = """
            for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.ran = name
            addEventListener('securitypolicyviolation', event =>
                (window.stopped ??= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
            """;
    private static final String STRANGE = """
            () => [...document.querySelectorAll('*')].filter(it =>
                [...it.attributes].some(a => /^on/i.test(a.name)
                    || /^(href|src|action|formaction|xlink:href|data|srcset|poster|background)$/i.test(a.name)
                       && /^[\\s\\u0000-\\u001f]*(javascript|data|vbscript|blob):/i.test(a.value))
                || it.hasAttribute('style') && !it.closest('[data-controller]')
                || /^(iframe|frame|frameset|object|embed|applet|base|marquee|bgsound|layer|math|style|xml|xss|isindex|foreignobject|animate|set)$/i
                    .test(it.localName)
                || it.localName === 'script' && !['importmap', 'module', ''].includes(it.type)
                || ['img', 'audio', 'video', 'track'].includes(it.localName) && !it.src.startsWith(location.origin)
                || it.localName === 'link' && !it.href.startsWith(location.origin)
                || it.localName === 'form' && new URL(it.getAttribute('action') ?? '', location).origin !== location.origin)
              .map(it => it.outerHTML.slice(0, 200))
            """;

    private final Page page;
    private final List<String> elsewhere = new ArrayList<>();

    Trap(Page page, String home) {
        this.page = page;
        page.addInitScript(HOOK);
        page.onDialog(dialog -> {
            elsewhere.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(home)) elsewhere.add(request.url());
        });
        page.onPopup(popup -> elsewhere.add("popup " + popup.url()));
    }

    void visit(String address) {
        page.navigate(address);
        assertThat(page.evaluate("window.ran ?? null")).as(address).isNull();
        assertThat(page.evaluate("window.stopped ?? null")).as(address).isNull();
        assertThat((List<?>) page.evaluate(STRANGE)).as(address).isEmpty();
        assertThat(elsewhere).as(address).isEmpty();
    }
}
