package org.parvis.demo;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The documents that people of the demo company hand round with what they say. */
@Component
class Papers {

    private static final float MARGIN = 56;
    private static final float LEADING = 26;

    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Papers(Attachments attachments, JdbcClient jdbc, TransactionTemplate transaction) {
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** With posts and comments that have none yet. */
    void handRound(String source) {
        for (var paper : Script.entries("documents.yaml")) {
            jdbc.sql("""
                    select kind, id, author_id
                      from (select 'post' as kind, id, author_id from post
                             where source = :source and external_id = :key
                            union all
                            select 'comment', id, author_id from comment
                             where source = :source and external_id = :key) said
                     where not exists (select from file f where f.place_kind = said.kind and f.place_id = said.id)
                    """)
                    .param("source", source)
                    .param("key", Script.text(paper, "of"))
                    .query((row, number) ->
                            new Said(row.getString("kind"), row.getLong("id"), row.getLong("author_id")))
                    .optional()
                    .ifPresent(said -> attach(paper, said));
        }
    }

    private void attach(Map<String, Object> paper, Said said) {
        var content = written(paper);
        var kept = attachments.keep(
                said.author, Script.text(paper, "name"), new ByteArrayResource(content), content.length);
        transaction.executeWithoutResult(
                _ -> attachments.publish(said.author, List.of(new Enclosure(kept.id(), "")), said.kind, said.id));
    }

    @SuppressWarnings("unchecked")
    private static byte[] written(Map<String, Object> paper) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (var page : (List<List<String>>) paper.getOrDefault("pages", List.of())) {
                write(document, page);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(PDDocument document, List<String> lines) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setLeading(LEADING);
            pen.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - 2 * MARGIN);
            pen.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 22);
            pen.showText(lines.getFirst());
            pen.setFont(new PDType1Font(FontName.HELVETICA), 13);
            for (var line : lines.subList(1, lines.size())) {
                pen.newLine();
                pen.showText(line);
            }
            pen.endText();
        }
    }

    private record Said(String kind, long id, long author) {}
}
