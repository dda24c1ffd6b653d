package org.parvis.journal;

/** A thing of the network by its kind (one lower-case noun, such as {@code post}) and its id; never its text. */
public record Reference(String kind, long id) {

    public Reference {
        if (!kind.matches("[a-z][a-z_]{0,39}")) {
            throw new IllegalArgumentException("not a kind: " + kind);
        }
    }

    public static Reference to(String kind, long id) {
        return new Reference(kind, id);
    }

    public boolean is(String kind) {
        return this.kind.equals(kind);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
