package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.Place;
import dev.parley.mapping.TestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Holds the events that a file makes against those that a test expects; only what is named is compared. */
final class EventExpectations {

    private final TestFile file;
    private final List<ObjectNode> events;
    private final BiFunction<Integer, String, Place> from;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private EventExpectations(TestFile file, List<ObjectNode> events, BiFunction<Integer, String, Place> from) {
        this.file = file;
        this.events = events;
        this.from = from;
    }

    /**
     * All that is not as expected.
     *
     * @param pointer of the test in its file
     * @param expect a list of events, or the word {@code none}
     * @param from the line of the mapping file that makes a member (JSON pointer) of an event (its number, from 0)
     */
    static List<Mismatch> check(
            TestFile file,
            String pointer,
            JsonNode expect,
            List<ObjectNode> events,
            BiFunction<Integer, String, Place> from) {
        EventExpectations expectations = new EventExpectations(file, events, from);
        expectations.check(pointer + "/expect", expect);
        return expectations.mismatches;
    }

    private void check(String pointer, JsonNode expect) {
        for (int i = 0; i < expect.size(); i++) {
            String at = pointer + "/" + i;
            if (i < events.size()) {
                compare(at, "", expect.get(i), events.get(i), i);
            } else {
                mismatches.add(new Mismatch(
                        file.place(at), "the event is not made", expect.get(i).toString(), "nothing", null));
            }
        }
        for (int i = expect.size(); i < events.size(); i++) {
            mismatches.add(new Mismatch(
                    file.place(pointer),
                    "one more event is made than is expected",
                    "nothing",
                    events.get(i).toString(),
                    from.apply(i, "/type")));
        }
    }

    private void compare(String at, String below, JsonNode expected, JsonNode got, int event) {
        if (expected.isObject() && got.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            at + "/" + member.getKey(),
                            below + "/" + member.getKey(),
                            member.getValue(),
                            got.path(member.getKey()),
                            event));
        } else if (expected.isArray() && got.isArray() && expected.size() == got.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "/" + i, below + "/" + i, expected.get(i), got.get(i), event);
            }
        } else if (!Values.same(expected, got)) {
            mismatches.add(new Mismatch(
                    file.place(at),
                    below + " differs",
                    Values.shown(expected),
                    Values.shown(got),
                    from.apply(event, below)));
        }
    }
}
