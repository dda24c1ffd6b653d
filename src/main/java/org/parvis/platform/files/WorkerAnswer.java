package org.parvis.platform.files;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Where a worker's answer goes, and how a part of it is read, which comes after its length in bytes, as four of them. */
final class WorkerAnswer {

    private WorkerAnswer() {}

    /** To be asked for first of all: from then on whatever a library prints goes where nobody listens. */
    static DataOutputStream open() {
        var answer = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err);
        return answer;
    }

    /** The next part of one; throws {@code EOFException} when it is not whole, since the worker was ended. */
    static byte[] part(DataInputStream answer) throws IOException {
        var length = answer.readInt();
        var part = answer.readNBytes(Math.max(0, length));
        if (part.length != length) throw new EOFException("the rest of an answer");
        return part;
    }
}
