package dev.parley.company;

import java.util.List;

/**
 * Which account a visitor speaks for, as far as their company tells.
 *
 * @param kind what to do with it
 * @param account id of the best candidate, for {@link Kind#REVIEW} too and for {@link Kind#NONE} where one was near;
 *     null if there is none
 * @param confidence that the account is right, from 0 to 1
 * @param evidence sentences for people, the weightiest first
 * @param candidates the best ones, the likeliest first, at most {@value #MOST_CANDIDATES}
 */
public record Decision(
        Kind kind, String account, double confidence, List<String> evidence, List<Candidate> candidates) {

    /** More than these nobody looks at. */
    public static final int MOST_CANDIDATES = 10;

    /** What to do with the best candidate. */
    public enum Kind {
        /** Link it without asking anybody. */
        AUTO,
        /** Let a person decide. */
        REVIEW,
        /** Nothing speaks for any account. */
        NONE
    }

    public Decision {
        evidence = List.copyOf(evidence);
        candidates = List.copyOf(candidates);
    }
}
