package org.parvis.platform.files;

import org.springframework.core.io.Resource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where blobs are: a folder, or a bucket. */
interface BlobStore {

    /** The most blobs that are looked at at a time. */
    int PAGE = 100;

    /** Where the bytes of a name stand, the same in every store. */
    static String path(String name) {
        return name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    /** Brings bytes ahead of the transaction that names them, where that takes long. */
    void send(Part part) throws IOException;

    /** In the transaction that names them: when this returns, the bytes survive a loss of power. */
    void place(Part part, Instant now) throws IOException;

    /** What a blob of this size holds; what is skipped of it is not read. */
    Resource open(Blob blob, long size);

    /** As often as one likes. */
    void delete(List<Blob> blobs) throws IOException;

    /** Hands over what was last touched before a time, so many at once. */
    void visitUntouchedSince(Instant time, Consumer<List<Blob>> visitor) throws IOException;
}
