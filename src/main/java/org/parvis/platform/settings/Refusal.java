package org.parvis.platform.settings;

/** Parvis cannot do what the administrator asked; the message is the one sentence shown, without a stack trace. */
public class Refusal extends RuntimeException {

    private static final int REFUSED = 1;
    private static final int USAGE = 64;

    private final int exitCode;

    public Refusal(String sentence) {
        super(sentence);
        this.exitCode = REFUSED;
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = REFUSED;
    }

    private Refusal(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** What was typed makes no sense, whatever the state of the network. */
    public static Refusal ofUsage(String sentence) {
        return new Refusal(sentence, USAGE);
    }

    public int exitCode() {
        return exitCode;
    }
}
