package dev.parley.identity;

/**
 * The person who was found.
 *
 * @param record a contact or an unconverted lead, or null
 * @param confidence 0 where nobody was found
 * @param converted the converted lead that led here, or null
 */
record PersonMatch(Known record, double confidence, Known converted) {

    static final PersonMatch NOBODY = new PersonMatch(null, 0, null);

    boolean is(Followed followed) {
        return record != null && record.sobject().equals(followed.sobject());
    }

    /** The contact's or lead's id if it is one of those, or null. */
    String idOf(Followed followed) {
        return is(followed) ? record.id() : null;
    }

    PersonMatch with(double other) {
        return new PersonMatch(record, other, converted);
    }
}
