package org.parvis.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Hands out the assets. A name with an old fingerprint is not there: its page is older than the server. */
@RestController
class AssetController {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{fileName}")
    ResponseEntity<byte[]> asset(
            @PathVariable String fileName,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") List<String> known) {
        var asset = assets.find(fileName).orElseThrow(() -> new NotFound(fileName));
        if (known.stream().anyMatch(tag -> tag.endsWith(asset.etag()))) {
            return ResponseEntity.status(304).headers(headers(asset)).build();
        } else if (asset.isCompressed() && encodings.contains("gzip")) {
            return ResponseEntity.ok()
                    .headers(headers(asset))
                    .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                    .contentType(asset.type())
                    .body(asset.compressed());
        } else {
            return ResponseEntity.ok()
                    .headers(headers(asset))
                    .contentType(asset.type())
                    .body(asset.plain());
        }
    }

    private static HttpHeaders headers(Asset asset) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        // Weak, for the compressed bytes differ from the plain ones under the same tag.
        headers.set(HttpHeaders.ETAG, "W/" + asset.etag());
        return headers;
    }
}
