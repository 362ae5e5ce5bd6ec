package dev.parley.identity;

/** How sure each kind of finding is, from 0 to 1. */
final class Confidence {

    static final double SIGNED_ID = 0.99;
    static final double CONTACT_EMAIL = 0.98;
    static final double LEARNED = 0.97;
    static final double LEAD_EMAIL = 0.95;
    static final double CONVERTED_LEAD = 0.95;
    /** Less than the address itself: somebody else may use the mailbox's other spelling. */
    static final double SAME_MAILBOX = 0.94;

    static final double VISITOR_KEY = 0.9;
    static final double PHONE_AND_NAME = 0.9;
    static final double EMAIL_DOMAIN = 0.9;
    static final double WEBSITE = 0.8;
    static final double ROLE_ON_SEVERAL = 0.6;
    static final double ONE_OF_SEVERAL = 0.5;
    static final double PHONE_ALONE = 0.5;
    static final double RUNNER_UP = 0.4;

    /** What an agreeing telephone number adds to a person found otherwise. */
    static final double PHONE_AGREES = 0.01;

    private Confidence() {}
}
