package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.Unreadable;
import dev.parley.channel.mailbox.TranscriptTrial;
import dev.parley.mapping.Place;
import dev.parley.mapping.SourceTranslation.Failure;
import dev.parley.mapping.TestFile;
import dev.parley.mapping.TranscriptMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A test of the events that a mailed transcript becomes.
 *
 * @param file it stands in
 * @param pointer to it in the file
 * @param test as it stands there
 * @param beside gives the file that it names
 */
record MailTest(TestFile file, String pointer, JsonNode test, Attachments beside) {

    TestResult run(TranscriptMapping mapping) {
        return new TestResult(file.place(pointer), test.path("name").asText(), mismatches(mapping));
    }

    private List<Mismatch> mismatches(TranscriptMapping mapping) {
        try {
            byte[] mail = test.has("file")
                    ? beside.read(file.name(), test.path("file").asText())
                    : GivenMail.bytes(test.path("mail"));
            return check(mapping, mail);
        } catch (Attachments.Missing e) {
            return List.of(Mismatch.of(given(), e.getMessage()));
        }
    }

    private List<Mismatch> check(TranscriptMapping mapping, byte[] mail) {
        List<ObjectNode> events = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        try {
            events.addAll(TranscriptTrial.events(mapping, mail));
        } catch (Unreadable e) {
            failures.add(new Failure(e.place().orElseGet(this::given), e.getMessage()));
        }
        List<Mismatch> mismatches = new ArrayList<>(FailureExpectations.checkSource(file, pointer, test, failures));
        if (test.has("expect") && failures.isEmpty()) {
            mismatches.addAll(EventExpectations.check(
                    file, pointer, test.path("expect"), events, (event, member) -> mapping.place()));
        }
        return mismatches;
    }

    private Place given() {
        return file.place(pointer + (test.has("file") ? "/file" : "/mail"));
    }
}
