package dev.parley.mapping;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;

/**
 * Something that is wrong in a mapping file.
 *
 * @param place where
 * @param level how bad
 * @param rule name of the rule that is broken, such as {@code unknown-key}
 * @param what what is wrong, one sentence without its full stop
 * @param didYouMean what was likely meant, or null
 */
public record Finding(Place place, Level level, String rule, String what, String didYouMean) {

    /** As the files are read. */
    public static final Comparator<Finding> IN_ORDER = Comparator.comparing(
                    (Finding finding) -> finding.place().file())
            .thenComparing(finding -> finding.place().line())
            .thenComparing(finding -> finding.place().column());

    /** Rules of files that could not be read: what is wrong elsewhere may well follow from that. */
    private static final Set<String> UNREAD = Set.of("unreadable", "yaml-syntax", "empty-file");

    /** What must be mended first: errors, those of tests last of them, and first the files that nobody can read. */
    public static final Comparator<Finding> GRAVEST = Comparator.comparing(Finding::level)
            .thenComparing(Finding::isOfTest)
            .thenComparing(finding -> !UNREAD.contains(finding.rule()))
            .thenComparing(IN_ORDER);

    static Finding error(Place place, String rule, String what) {
        return new Finding(place, Level.ERROR, rule, what, null);
    }

    static Finding error(Place place, String rule, String what, String didYouMean) {
        return new Finding(place, Level.ERROR, rule, what, didYouMean);
    }

    static Finding warning(Place place, String rule, String what, String didYouMean) {
        return new Finding(place, Level.WARNING, rule, what, didYouMean);
    }

    static Finding warning(Place place, String rule, String what) {
        return new Finding(place, Level.WARNING, rule, what, null);
    }

    /** Whether it is about a test, which keeps no file from being used. */
    public boolean isOfTest() {
        return place.file().endsWith(TestFile.SUFFIX);
    }

    /** One line for people: {@code salesforce/lead.yaml:8:3 unknown-key: 'form' is … Did you mean 'from'?} */
    @Override
    public String toString() {
        String line = place + " " + rule + ": "
                + (level == Level.ERROR ? "" : "(" + level.name().toLowerCase(Locale.ROOT) + ") ") + what + ".";
        return didYouMean == null ? line : line + " Did you mean '" + didYouMean + "'?";
    }
}
