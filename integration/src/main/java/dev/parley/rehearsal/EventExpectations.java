package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.SourceTranslation;
import dev.parley.mapping.TestFile;
import java.util.ArrayList;
import java.util.List;

/** Holds the events that a source file makes against those that a test expects; only what is named is compared. */
final class EventExpectations {

    private final TestFile file;
    private final SourceTranslation translation;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private EventExpectations(TestFile file, SourceTranslation translation) {
        this.file = file;
        this.translation = translation;
    }

    /**
     * All that is not as expected.
     *
     * @param pointer of the test in its file
     * @param expect a list of events, or the word {@code none}
     */
    static List<Mismatch> check(TestFile file, String pointer, JsonNode expect, SourceTranslation translation) {
        EventExpectations expectations = new EventExpectations(file, translation);
        expectations.check(pointer + "/expect", expect);
        return expectations.mismatches;
    }

    private void check(String pointer, JsonNode expect) {
        List<ObjectNode> events = translation.events();
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
                    translation.place(i, "/type")));
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
                    translation.place(event, below)));
        }
    }
}
