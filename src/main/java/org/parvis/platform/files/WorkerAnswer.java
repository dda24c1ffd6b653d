package org.parvis.platform.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;

/** Where a worker's answer goes. */
final class WorkerAnswer {

    private WorkerAnswer() {}

    /** To be asked for first of all: from then on whatever a library prints goes where nobody listens. */
    static DataOutputStream open() {
        var answer = new DataOutputStream(new BufferedOutputStream(System.out));
        System.setOut(System.err);
        return answer;
    }
}
