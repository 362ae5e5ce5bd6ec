package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.hours.Calendars;
import dev.parley.hours.WorkingHours;
import dev.parley.mapping.Hours;
import dev.parley.mapping.Suggestion;
import dev.parley.mapping.TestFile;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** One moment of {@code hours.test.yaml}, and what must hold of it. */
final class MomentTest {
    private final TestFile file;
    private final String pointer;
    private final JsonNode test;
    private final List<Mismatch> mismatches = new ArrayList<>();

    MomentTest(TestFile file, String pointer, JsonNode test) {
        this.file = file;
        this.pointer = pointer;
        this.test = test;
    }

    TestResult run(Hours hours) {
        String calendar = test.path("calendar").asText();
        if (hours.calendar(calendar).isPresent()) {
            check(new Calendars(hours).of(calendar));
        } else {
            String near = Suggestion.among(hours.names(), calendar);
            mismatches.add(Mismatch.of(
                    file.place(pointer + "/calendar"),
                    "hours.yaml has no calendar '" + calendar + "'"
                            + (near == null ? "" : ". Did you mean '" + near + "'?")));
        }
        return new TestResult(file.place(pointer), test.path("name").asText(), List.copyOf(mismatches));
    }

    private void check(WorkingHours hours) {
        try {
            Instant at = time("at");
            if (test.has("open")) {
                boolean open = hours.isOpen(at);
                compare(
                        "open",
                        test.path("open").asText(),
                        String.valueOf(open),
                        test.path("open").asBoolean() == open);
            }
            if (test.has("opens")) {
                compareTimes("opens", hours.nextOpening(at));
            }
            if (test.has("plus")) {
                compareTimes(
                        "ends", hours.plus(at, Duration.parse(test.path("plus").asText())));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            mismatches.add(Mismatch.of(file.place(pointer), e.getMessage()));
        }
    }

    private void compareTimes(String key, Instant got) {
        compare(key, test.path(key).asText(), got.toString(), time(key).equals(got));
    }

    private void compare(String key, String expected, String got, boolean same) {
        if (!same) {
            mismatches.add(new Mismatch(file.place(pointer + "/" + key), "'" + key + "' differs", expected, got, null));
        }
    }

    private Instant time(String key) {
        return OffsetDateTime.parse(test.path(key).asText()).toInstant();
    }
}
