package org.parvis.bench.company;

/**
 * A community.
 *
 * @param access open, request or invitation
 * @param created microseconds since 1970
 * @param members those who are there, who writes most of all comes first; the first of them own it
 * @param weight how much is written there, beside the others
 */
record Place(
        int id,
        String name,
        String language,
        String purpose,
        String access,
        boolean listed,
        String posting,
        long created,
        int[] members,
        double weight) {

    int owners() {
        return Math.min(members.length, Math.min(12, 1 + members.length / 40));
    }

    boolean ownersAlonePost() {
        return posting.equals("owners");
    }
}
