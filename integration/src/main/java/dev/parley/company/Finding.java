package dev.parley.company;

/**
 * An account that a rule would link without asking.
 *
 * @param candidate the account
 * @param why a sentence
 * @param byHost whether the visitor's own host led there
 */
record Finding(Candidate candidate, String why, boolean byHost) {

    String id() {
        return candidate.company().id();
    }
}
