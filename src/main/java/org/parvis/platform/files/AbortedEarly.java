package org.parvis.platform.files;

import software.amazon.awssdk.core.ResponseInputStream;

import java.io.FilterInputStream;
import java.io.IOException;

/** What a store answers: closed before its end, the rest is not waited for. */
final class AbortedEarly extends FilterInputStream {

    private final ResponseInputStream<?> answer;
    private boolean ended;

    AbortedEarly(ResponseInputStream<?> answer) {
        super(answer);
        this.answer = answer;
    }

    @Override
    public int read() throws IOException {
        return noted(answer.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return noted(answer.read(bytes, from, length));
    }

    @Override
    public void close() throws IOException {
        if (ended) answer.close();
        else answer.abort();
    }

    private int noted(int read) {
        ended |= read < 0;
        return read;
    }
}
