package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a source file made of one delivery. If there is a failure, none of the events may be used. */
public final class SourceTranslation {
    private final List<Made> made;
    private final List<Failure> failures;
    private final YamlFile file;

    /**
     * Why something could not be made.
     *
     * @param place the line that failed
     * @param message why, without personal text
     */
    public record Failure(Place place, String message) {
        @Override
        public String toString() {
            return place + " " + message;
        }
    }

    /** An event, and where in the file the entry stands that made it. */
    record Made(ObjectNode event, String entry) {}

    SourceTranslation(List<Made> made, List<Failure> failures, YamlFile file) {
        this.made = List.copyOf(made);
        this.failures = List.copyOf(failures);
        this.file = file;
    }

    /** CloudEvents 1.0 in the JSON format, each id once; not yet checked against the schema of events. */
    public List<ObjectNode> events() {
        return made.stream().map(Made::event).toList();
    }

    /** What failed, in the order of the file; empty if nothing did. */
    public List<Failure> failures() {
        return failures;
    }

    /**
     * The line of the file that a part of an event comes from.
     *
     * @param event index in {@link #events}
     * @param pointer of the part within the event, such as {@code /data/attachments/0/url} (RFC 6901)
     */
    public Place place(int event, String pointer) {
        String at = made.get(event).entry();
        for (String segment : pointer.substring(Math.min(1, pointer.length())).split("/")) {
            String child = at + "/" + segment;
            // An element of a list is described by what stands under 'item'.
            at = file.knows(child) || !file.knows(at + "/item") ? child : at + "/item";
        }
        return file.place(at);
    }
}
