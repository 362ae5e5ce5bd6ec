package dev.parley.mapping;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds the calendars by which nobody works, as far as the files say: the settings {@code source.{name}.hours} may name one
 * too, so whoever knows those looks at {@link #isOf} besides.
 */
public final class UnusedCalendars {
    private static final String RULE = "unused-calendar";

    private final YamlFile hours;
    private final Set<String> named = new HashSet<>();

    /** @param hours the file of calendars */
    UnusedCalendars(YamlFile hours) {
        this.hours = hours;
    }

    /** A file whose sellers, pools and promises work by calendars. */
    void named(YamlFile by) {
        named.addAll(by.content().findValuesAsText("hours"));
    }

    void check(Consumer<Finding> findings) {
        Set<String> declared = new TreeSet<>();
        hours.content().path("calendars").fieldNames().forEachRemaining(declared::add);
        Set<String> misspelt = new HashSet<>(named);
        misspelt.removeAll(declared);
        declared.removeAll(named);
        declared.remove(WorkCalendar.ALWAYS);
        declared.forEach(name -> {
            // Where nothing of the folder goes by hours, settings may; and a slip is told where it was made.
            if (!named.isEmpty() && Suggestion.among(misspelt, name) == null) {
                String what = "nobody works by '" + name + "', unless the setting source.{name}.hours names it";
                findings.accept(Finding.warning(hours.place(YamlFile.child("/calendars", name)), RULE, what));
            }
        });
    }

    /** Whether any of the findings is such a one. */
    public static boolean areIn(Collection<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.rule().equals(RULE));
    }

    /** Whether a finding is that of this calendar. */
    public static boolean isOf(Finding finding, String calendar) {
        return finding.rule().equals(RULE) && finding.what().contains("'" + calendar + "'");
    }
}
