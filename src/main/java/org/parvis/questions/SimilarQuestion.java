package org.parvis.questions;

/** A question whose title is like what somebody types, and that was answered. */
public record SimilarQuestion(long post, String title, boolean accepted, long answers) {

    public String href() {
        return "/posts/" + post;
    }
}
