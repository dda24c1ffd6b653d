package org.parvis.platform.files;

import org.apache.commons.io.input.BoundedInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * The child process that reads documents, one after the other: each comes in after its length in bytes, as eight of them;
 * what it is, how many pages it has and its text go out as a part of the answer. What goes badly wrong here ends with it.
 */
final class DocumentWorker {

    /** The most text that is kept of a document, in characters. */
    static final int TEXT = 1_000_000;

    /** What is answered of one that cannot be read: no type, no pages, no text. */
    private static final byte[] NOTHING = new byte[6];

    private DocumentWorker() {}

    public static void main(String[] arguments) throws IOException {
        var out = WorkerAnswer.open();
        readAll(new DataInputStream(new BufferedInputStream(System.in)), out);
    }

    // Until nothing more comes. One that does not come whole is not answered.
    private static void readAll(DataInputStream in, DataOutputStream out) throws IOException {
        try {
            while (true) {
                var document = BoundedInputStream.builder()
                        .setInputStream(in)
                        .setMaxCount(in.readLong())
                        .setPropagateClose(false)
                        .get();
                var answer = answer(document);
                document.transferTo(OutputStream.nullOutputStream());
                if (document.getRemaining() > 0) throw new EOFException("the rest of a document");
                out.writeInt(answer.length);
                out.write(answer);
                out.flush();
            }
        } catch (EOFException end) {
            // Nobody asks for more.
        }
    }

    private static byte[] answer(InputStream document) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        try {
            read(document, out);
            return bytes.toByteArray();
        } catch (IOException | SAXException | TikaException unreadable) {
            return NOTHING;
        }
    }

    private static void read(InputStream in, DataOutputStream out) throws IOException, SAXException, TikaException {
        var metadata = new Metadata();
        var text = new BodyContentHandler(TEXT);
        try (var document = TikaInputStream.get(in)) {
            new AutoDetectParser().parse(document, text, metadata, context());
        } catch (SAXException | TikaException problem) {
            if (!WriteLimitReachedException.isWriteLimitReached(problem)) throw problem;
        }
        out.writeUTF(mediaType(metadata));
        out.writeInt(pages(metadata));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    // Pictures of text are not read, and what lies inside a document is a document of its own.
    private static ParseContext context() {
        var office = new OfficeParserConfig();
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        var context = new ParseContext();
        context.set(OfficeParserConfig.class, office);
        context.set(PDFParserConfig.class, pdf);
        context.set(EmbeddedDocumentExtractor.class, new Nothing());
        return context;
    }

    // Without what is said of how it is written.
    private static String mediaType(Metadata metadata) {
        var type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
        return type == null ? "" : type.getBaseType().toString();
    }

    private static int pages(Metadata metadata) {
        return Stream.of(PagedText.N_PAGES, Office.SLIDE_COUNT, Office.PAGE_COUNT)
                .map(metadata::getInt)
                .filter(count -> count != null && count > 0)
                .findFirst()
                .orElse(0);
    }

    private static final class Nothing implements EmbeddedDocumentExtractor {

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }
}
