package org.parvis.imports.slack;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.parvis.imports.UnreadableFile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An export as Slack hands it out. Slack writes names in UTF-8 without saying so, other packers in the characters of
 * DOS (APPNOTE.TXT, appendix D): what is sound UTF-8 is taken as such.
 */
final class ZipFolder implements ExportFolder {

    // JSON shrinks to a tenth or a thirtieth; whoever shrinks to a five-hundredth wants to fill our memory.
    private static final long MOST_RATIO = 200;
    private static final long SMALL = 1 << 20;
    private static final Charset DOS = Charset.forName("IBM437");

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries;

    private ZipFolder(ZipFile zip, Map<String, ZipArchiveEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static ZipFolder of(Path file) throws IOException {
        var zip = opened(file);
        try {
            return new ZipFolder(zip, entries(zip));
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile opened(Path file) {
        try {
            return ZipFile.builder()
                    .setPath(file)
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFile("imports.slack.no-archive");
        }
    }

    private static Map<String, ZipArchiveEntry> entries(ZipFile zip) {
        var entries = new TreeMap<String, ZipArchiveEntry>();
        int count = 0;
        for (var all = zip.getEntries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            if (++count > MOST_FILES) {
                throw new UnreadableFile("imports.slack.too-many-files");
            }
            var name = ExportFolder.safe(name(entry));
            refuseBomb(entry, name);
            if (!entry.isDirectory() && !entry.isUnixSymlink() && name.endsWith(".json")) {
                entries.putIfAbsent(name, entry);
            }
        }
        return entries;
    }

    private static void refuseBomb(ZipArchiveEntry entry, String name) {
        long size = entry.getSize();
        if (size > LARGEST_FILE || size > SMALL && size / Math.max(1, entry.getCompressedSize()) > MOST_RATIO) {
            throw new UnreadableFile("imports.slack.bomb", name);
        }
    }

    private static String name(ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesUTF8ForNames()) {
            return entry.getName();
        } else {
            return decoded(entry.getRawName());
        }
    }

    private static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, DOS);
        }
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public BoundedStream open(String name) throws IOException {
        var entry = entries.get(name);
        if (entry == null) {
            throw new FileNotFoundException(name);
        }
        // The header may have lied about the size; the limit counts what really comes out.
        long most = Math.min(LARGEST_FILE, Math.max(SMALL, entry.getCompressedSize() * MOST_RATIO));
        return new BoundedStream(zip.getInputStream(entry), most);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
