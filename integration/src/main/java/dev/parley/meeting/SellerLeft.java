package dev.parley.meeting;

/** Whom the visitor asked no longer stands in the file. */
final class SellerLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SellerLeft() {
        super(
                "the seller who offered or holds it is not in meetings.yaml any more: add them again, or see to the"
                        + " visitor by hand",
                null,
                false,
                false);
    }
}
