package dev.parley.rehearsal;

/** What is said in a test, as the test's name. */
final class Told {
    private static final int LONGEST = 60;

    private Told() {}

    static String briefly(String says) {
        String line = says.isBlank() ? "(nothing)" : says.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }
}
