package dev.parley.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One setting, or a family of them, as the manifest states it.
 *
 * @param name the key in the properties file; a part in braces stands for what a family differs by
 * @param type what its values look like
 * @param unit what an integer counts, or null
 * @param otherwise the value where none is given, or null
 * @param min least value, or null
 * @param max greatest value, or null
 * @param values all values of an enum, or null
 * @param pattern regular expression of the value, of a family's key, or null
 * @param secret whether it is never to be shown
 * @param required whether the server does not start without it
 * @param requiredUnless the other setting without which it is required, or null
 * @param environment the variable that sets it too; null for a family
 * @param description for people
 */
record Setting(
        String name,
        SettingType type,
        String unit,
        @JsonProperty("default") String otherwise,
        String min,
        String max,
        List<String> values,
        String pattern,
        boolean secret,
        boolean required,
        String requiredUnless,
        String environment,
        String description) {

    /** Whether many keys are meant, such as one for each source. */
    boolean isFamily() {
        return name.contains("{");
    }

    boolean hasKey(String key) {
        return isFamily() ? key.matches(pattern) : key.equals(name);
    }

    /** What is wrong with a value, or empty; never quotes a secret. */
    Optional<String> fault(String value) {
        Optional<String> fault = type.fault(this, value);
        if (fault.isPresent()) {
            return fault;
        }
        boolean fits = isFamily()
                || pattern == null
                || Pattern.compile(pattern).matcher(value).find();
        return fits ? Optional.empty() : Optional.of(shown(value) + " does not look as it must");
    }

    /** A value as it may be shown. */
    String shown(String value) {
        return secret ? "the value" : "'" + value + "'";
    }

    /** The range in words, or an empty text. */
    String range() {
        if (values != null) {
            return String.join(", ", values);
        }
        if (min == null && max == null) {
            return "";
        }
        return min == null ? "at most " + max : max == null ? "at least " + min : min + " to " + max;
    }
}
