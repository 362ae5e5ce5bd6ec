package dev.parley.mapping;

import dev.parley.conversation.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the messages in a mail's text, line by line, and tells them from what stands around them: only there is looked
 * for the visitor's details, so that nobody can make up another visitor by what they write in the chat.
 *
 * @param beginnings how lines look at which a message begins
 * @param until how the line after the last message looks; null if messages go on to the end
 * @param skip how lines look that belong to nothing
 */
record TranscriptLines(List<Beginning> beginnings, MailPattern until, List<MailPattern> skip) {

    /**
     * How a line looks at which a message begins.
     *
     * @param role of its author where the line alone tells it, or null
     */
    record Beginning(MailPattern pattern, Role role) {}

    /** A message's parts as they stand in the text. */
    record Raw(Beginning beginning, Map<String, String> groups, StringBuilder text) {

        String author() {
            return groups.get("author");
        }

        /** What tells the author's role: a marker where the line has one, else the name. */
        String mark() {
            return groups.getOrDefault("marker", author());
        }
    }

    /**
     * A text, taken apart.
     *
     * @param messages in the text's order
     * @param around all other lines
     */
    record Parts(List<Raw> messages, String around) {}

    /** Where the file says how messages begin. */
    Place place() {
        return beginnings.get(0).pattern().place();
    }

    Parts in(String text) {
        List<Raw> messages = new ArrayList<>();
        StringBuilder around = new StringBuilder();
        StringBuilder after = null;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Optional<Raw> begun = begun(line);
            if (begun.isPresent()) {
                say(messages, after);
                after = null;
                messages.add(begun.get());
                continue;
            }
            after = ends(messages, after, line) ? new StringBuilder() : after;
            if (skip.stream().noneMatch(pattern -> pattern.isIn(line))) {
                (after != null ? after : messages.isEmpty() ? around : said(messages))
                        .append('\n')
                        .append(line);
            }
        }
        return new Parts(messages, around.append(after == null ? "" : after).toString());
    }

    /** Whether the messages seem to end with a line. */
    private boolean ends(List<Raw> messages, StringBuilder after, String line) {
        return after == null && !messages.isEmpty() && until != null && until.isIn(line);
    }

    /** What stands after a line that ends messages was said all the same if a further message follows. */
    private static void say(List<Raw> messages, StringBuilder after) {
        if (after != null) {
            said(messages).append(after);
        }
    }

    private static StringBuilder said(List<Raw> messages) {
        return messages.get(messages.size() - 1).text();
    }

    private Optional<Raw> begun(String line) {
        for (Beginning beginning : beginnings) {
            Optional<Map<String, String>> found = beginning.pattern().findIn(line);
            if (found.isPresent()) {
                String text = found.get().getOrDefault("text", "");
                return Optional.of(new Raw(beginning, found.get(), new StringBuilder(text)));
            }
        }
        return Optional.empty();
    }
}
