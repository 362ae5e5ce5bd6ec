package dev.parley.crm;

/** A call to the CRM failed as a whole. */
public final class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of failure it is, which decides what to do next. */
    public enum Kind {
        /** The CRM is away, slow or overloaded: the same call later. */
        TRANSIENT,
        /** The call itself is wrong: it will fail again. */
        PERMANENT,
        /** No API calls are left for now: later, and fewer. */
        CALL_BUDGET_SPENT,
        /** The credentials are refused: a person must mend them. */
        NEEDS_LOGIN
    }

    private final Kind kind;

    /**
     * Makes one.
     *
     * @param kind what kind of failure
     * @param message what failed, in the CRM's words where it gave any; no personal text
     * @param cause or null
     */
    public CrmException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of failure it is. */
    public Kind kind() {
        return kind;
    }
}
