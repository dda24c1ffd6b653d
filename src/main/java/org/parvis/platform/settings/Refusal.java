package org.parvis.platform.settings;

/** Parvis cannot do what the administrator asked; the message is the one sentence shown, without a stack trace. */
public class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
