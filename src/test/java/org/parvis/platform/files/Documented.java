package org.parvis.platform.files;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents as office programs write them. */
public final class Documented {

    private Documented() {}

    /** A4, one line of text a page. */
    public static byte[] pdf(String... pages) throws IOException {
        try (var document = new PDDocument()) {
            for (var text : pages) {
                addPage(document, text);
            }
            return bytes(document);
        }
    }

    static byte[] lockedPdf(String text) throws IOException {
        try (var document = new PDDocument()) {
            addPage(document, text);
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return bytes(document);
        }
    }

    static byte[] emptyPdf() throws IOException {
        try (var document = new PDDocument()) {
            return bytes(document);
        }
    }

    static byte[] pdfOfSize(float width, float height) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(width, height)));
            return bytes(document);
        }
    }

    static byte[] letter(String text) throws IOException {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] sheet(String text) throws IOException {
        try (var book = new XSSFWorkbook();
                var bytes = new ByteArrayOutputStream()) {
            book.createSheet("One").createRow(0).createCell(0).setCellValue(text);
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] slides(String text) throws IOException {
        try (var show = new XMLSlideShow();
                var bytes = new ByteArrayOutputStream()) {
            for (var slide = 0; slide < 2; slide++) {
                var box = show.createSlide().createTextBox();
                box.setAnchor(new Rectangle(50, 50, 400, 100));
                box.setText(text + " " + slide);
            }
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] openDocument(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            put(zip, "content.xml", """
                    <?xml version="1.0"?><office:document-content
                      xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                      xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                      <text:p>%s</text:p></office:text></office:body></office:document-content>
                    """.formatted(text));
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var check = new CRC32();
        check.update(content);
        var entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void addPage(PDDocument document, String text) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 36);
            pen.newLineAtOffset(60, 760);
            pen.showText(text);
            pen.endText();
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
