package org.parvis.articles;

import org.parvis.articles.BlogFeeds.Entry;
import org.parvis.articles.BlogFeeds.Feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as the Atom Syndication Format writes it (RFC 4287). */
final class Atom {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final UnaryOperator<String> address;

    private Atom(UnaryOperator<String> address) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        this.address = address;
    }

    /**
     * @param self its own path
     * @param address makes full addresses of paths
     */
    static String of(Feed feed, String network, String self, UnaryOperator<String> address) {
        try {
            return new Atom(address).write(feed, network, self);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Feed feed, String network, String self) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", address.apply(feed.blog().href()));
        element("title", feed.name() + " · " + network);
        element("updated", updated(feed).toString());
        link("self", self);
        link("alternate", feed.blog().href());
        for (var entry : feed.entries()) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static Instant updated(Feed feed) {
        return feed.entries().stream()
                .map(Entry::updatedAt)
                .max(Instant::compareTo)
                .orElse(feed.since());
    }

    private void write(Entry entry) throws XMLStreamException {
        var href = "/posts/" + entry.id();
        xml.writeStartElement("entry");
        element("id", address.apply(href));
        element("title", entry.title());
        element("updated", entry.updatedAt().toString());
        element("published", entry.publishedAt().toString());
        xml.writeStartElement("author");
        element("name", entry.author());
        xml.writeEndElement();
        link("alternate", href);
        element("summary", entry.beginning());
        xml.writeEndElement();
    }

    private void element(String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(possible(words));
        xml.writeEndElement();
    }

    private void link(String relation, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address.apply(path));
    }

    // XML 1.0, section 2.2, has no way to write what is no Char.
    private static String possible(String words) {
        return words.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
