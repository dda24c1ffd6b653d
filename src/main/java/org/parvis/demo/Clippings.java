package org.parvis.demo;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.links.Found;
import org.parvis.links.Links;
import org.parvis.platform.outgoing.RefusedAddress;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.text.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** What the pages say that people link to, on sites that do not exist: nobody outside is asked. */
@Component
class Clippings {

    private static final int SIDE = 512;

    private final Links links;
    private final JdbcClient jdbc;

    Clippings(Links links, JdbcClient jdbc) {
        this.links = links;
        this.jdbc = jdbc;
    }

    @Transactional
    public void paste(String source) {
        Script.entries("links.yaml").forEach(entry -> paste(source, entry));
    }

    private void paste(String source, Map<String, Object> entry) {
        var address = address(Script.text(entry, "address"));
        var found = new Found(
                address.site(),
                Script.text(entry, "name"),
                Script.text(entry, "title"),
                Script.text(entry, "description"));
        posts(source, address).forEach(post -> links.tell(post, address, found, picture(entry)));
    }

    private List<PostId> posts(String source, WebAddress address) {
        return jdbc.sql("select id from post where source = :source and text like '%' || :address || '%' order by id")
                .param("source", source)
                .param("address", PlainText.literally(address.toString()))
                .query((row, number) -> new PostId(row.getLong("id")))
                .list();
    }

    private static @Nullable BufferedImage picture(Map<String, Object> entry) {
        return Script.yes(entry, "picture") ? Landscape.of(Script.text(entry, "title"), SIDE, SIDE) : null;
    }

    private static WebAddress address(String text) {
        try {
            return WebAddress.of(text);
        } catch (RefusedAddress misspelt) {
            throw new IllegalArgumentException(text, misspelt);
        }
    }
}
