package dev.parley.meeting;

/** Another answer is being found for the same meeting, or in the same calendar. */
final class InUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InUse() {
        super("another answer is being found in it", null, false, false);
    }
}
