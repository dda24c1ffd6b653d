package org.parvis.articles;

import org.parvis.platform.network.Network;
import org.parvis.platform.web.PublicAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.nio.charset.StandardCharsets;

/** What feed readers ask for, by an address that is the secret. */
@Controller
class FeedController {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final BlogFeeds feeds;
    private final Network network;
    private final PublicAddress address;

    FeedController(BlogFeeds feeds, Network network, PublicAddress address) {
        this.feeds = feeds;
        this.network = network;
        this.address = address;
    }

    @GetMapping("/feeds/{token}")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        var name = network.identity().map(Network.Identity::name).orElse("Parvis");
        var atom = Atom.of(feeds.read(token), name, "/feeds/" + token, address::link);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "private, no-store")
                .body(atom.getBytes(StandardCharsets.UTF_8));
    }
}
