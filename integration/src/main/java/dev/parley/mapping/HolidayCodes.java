package dev.parley.mapping;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the holidays of a country and of its region are known. */
final class HolidayCodes {
    /** The library looks through all it has whenever it is asked for these. */
    private static final Supplier<Set<String>> COUNTRIES =
            Suppliers.memoize(() -> HolidayManager.getSupportedCalendarCodes().stream()
                    .map(code -> code.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet()));

    private final YamlFile file;
    private final String at;
    private final Consumer<Finding> findings;

    /** @param at the pointer of the calendar's holidays */
    HolidayCodes(YamlFile file, String at, Consumer<Finding> findings) {
        this.file = file;
        this.at = at;
        this.findings = findings;
    }

    /** The country's code in small letters; null if there is none, or none that is known. */
    String country() {
        return known("country", COUNTRIES.get(), ": give its holidays by 'dates'");
    }

    /** The same of the region. */
    String region() {
        String country = code("country");
        return country == null || code("region") == null || !COUNTRIES.get().contains(country)
                ? null
                : known("region", regions(country), ": leave it out, or give its holidays by 'dates'");
    }

    private static Set<String> regions(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country))
                .getCalendarHierarchy()
                .getChildren()
                .keySet();
    }

    private String known(String key, Set<String> codes, String otherwise) {
        String code = code(key);
        if (code == null || codes.contains(code)) {
            return code;
        }
        findings.accept(Finding.error(
                file.valuePlace(at + "/" + key),
                "unknown-holidays",
                "nobody knows the holidays of the " + key + " '" + code + "'" + otherwise));
        return null;
    }

    private String code(String key) {
        String code = file.content().at(at + "/" + key).textValue();
        // What looks like no code at all the schema has told.
        return code == null || !code.matches(key.equals("country") ? "[A-Za-z]{2}" : "[A-Za-z0-9]{1,10}")
                ? null
                : code.toLowerCase(Locale.ROOT);
    }
}
