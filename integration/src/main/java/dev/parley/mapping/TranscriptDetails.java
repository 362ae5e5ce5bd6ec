package dev.parley.mapping;

import dev.parley.conversation.Person;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the expressions of {@code find} found around the messages.
 *
 * @param found by the names of the groups
 * @param patterns that looked for it
 */
record TranscriptDetails(Map<String, String> found, List<MailPattern> patterns) {
    /** All that may be looked for. */
    static final Set<String> GROUPS = Set.of(
            "id",
            "visitorId",
            "name",
            "email",
            "phone",
            "company",
            "title",
            "website",
            "country",
            "locale",
            "page",
            "pageTitle",
            "referrer",
            "department",
            "started",
            "ended",
            "zone");

    /** What is found in the lines of a text: of each group what the first expression, in its first line, found. */
    static TranscriptDetails in(String text, List<MailPattern> patterns) {
        Map<String, String> found = new TreeMap<>();
        List<String> lines = text.lines().toList();
        for (MailPattern pattern : patterns) {
            lines.stream()
                    .flatMap(line -> pattern.findIn(line).stream())
                    .findFirst()
                    .ifPresent(groups -> groups.forEach(found::putIfAbsent));
        }
        return new TranscriptDetails(found, patterns);
    }

    String get(String group) {
        return found.get(group);
    }

    /** The moments in the zone that the mail names. */
    MailMoments zoned(MailMoments moments) {
        try {
            String zone = get("zone");
            return zone == null ? moments : moments.in(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw unreadable("zone", "what 'zone' finds is no time zone that is known");
        }
    }

    /** When something was; empty if nothing was found. */
    Optional<ZonedDateTime> date(String group, MailMoments moments) {
        return Optional.ofNullable(get(group)).map(text -> moments.date(text)
                .orElseThrow(() -> unreadable(group, "what '" + group + "' finds fits none of 'dates'")));
    }

    private UnreadableTranscript unreadable(String group, String message) {
        return patterns.stream()
                .filter(pattern -> pattern.groups().contains(group))
                .findFirst()
                .map(pattern -> new UnreadableTranscript(pattern.place(), message))
                .orElseThrow();
    }

    Person visitor() {
        return new Person(
                get("visitorId"),
                get("name"),
                get("email"),
                get("phone"),
                get("company"),
                get("title"),
                get("website"),
                get("country"),
                get("locale"));
    }

    /** The page's parts by the names that events have for them. */
    Map<String, String> page() {
        Map<String, String> page = new HashMap<>();
        page.put("url", get("page"));
        page.put("title", get("pageTitle"));
        page.put("referrer", get("referrer"));
        page.values().removeIf(value -> value == null);
        return Map.copyOf(page);
    }
}
