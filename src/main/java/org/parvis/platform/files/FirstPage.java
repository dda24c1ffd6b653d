package org.parvis.platform.files;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The first page of a PDF (ISO 32000-2) as a picture. */
final class FirstPage {

    private static final String BEGINNING = "%PDF-";
    private static final float MOST_SCALE = 4;

    private FirstPage() {}

    static boolean isThere(byte[] beginning) {
        return new String(beginning, StandardCharsets.ISO_8859_1).startsWith(BEGINNING);
    }

    /** Drawn so large that its longest side fills the largest size; a document with a password is not read. */
    static BufferedImage of(byte[] upload) throws IOException {
        try (var document = Loader.loadPDF(upload)) {
            if (document.getNumberOfPages() == 0) throw new IOException("no page");
            var box = document.getPage(0).getCropBox();
            var scale = Shape.PAGE.largest() / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(0, Math.min(MOST_SCALE, scale), ImageType.RGB);
        }
    }
}
