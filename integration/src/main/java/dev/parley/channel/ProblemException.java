package dev.parley.channel;

/** Thrown where a request cannot be taken; the problem is the answer to it. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        // No stack trace: this is an answer to a client, and clients can cause any number of them. No cause: Camel
        // hands
        // the root of an exception to whoever handles it, and here that is the problem.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
