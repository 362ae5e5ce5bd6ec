package dev.parley.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A regular expression of a file, in RE2's syntax: it takes time in proportion to the text, whatever a hostile mail says.
 *
 * @param pattern compiled
 * @param place where it stands
 */
record MailPattern(Pattern pattern, Place place) {

    Set<String> groups() {
        return pattern.namedGroups().keySet();
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** What the named groups hold where the expression is first found; without those that hold nothing. */
    Optional<Map<String, String>> findIn(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Map<String, String> found = new TreeMap<>();
        for (String group : groups()) {
            String value = matcher.group(group);
            if (value != null && !value.isBlank()) {
                found.put(group, value.strip());
            }
        }
        return Optional.of(found);
    }
}
