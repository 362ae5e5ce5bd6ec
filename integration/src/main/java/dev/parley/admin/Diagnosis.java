package dev.parley.admin;

/**
 * What a check found.
 *
 * @param verdict how it ended
 * @param where the place: a file, an address, an object
 * @param what what was found
 * @param next what to do next; empty if nothing
 */
record Diagnosis(Verdict verdict, String where, String what, String next) {

    static Diagnosis ok(String where, String what) {
        return new Diagnosis(Verdict.OK, where, what, "");
    }

    static Diagnosis warning(String where, String what, String next) {
        return new Diagnosis(Verdict.WARNING, where, what, next);
    }

    static Diagnosis failed(String where, String what, String next) {
        return new Diagnosis(Verdict.FAILED, where, what, next);
    }
}
