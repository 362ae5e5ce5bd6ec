package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.hours.Calendars;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.MeetingPolicy.Seller;
import dev.parley.mapping.Suggestion;
import dev.parley.mapping.TestFile;
import dev.parley.meeting.Slot;
import dev.parley.meeting.Slots;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A test of {@code meetings.yaml}: the times that a visitor who asks at a moment is offered. */
final class OfferTest {

    private final TestFile file;
    private final String pointer;
    private final JsonNode test;
    private final List<Mismatch> mismatches = new ArrayList<>();

    OfferTest(TestFile file, String pointer, JsonNode test) {
        this.file = file;
        this.pointer = pointer;
        this.test = test;
    }

    TestResult run(MappingSet mappings) {
        List<Seller> sellers = mappings.meetings().sellers();
        String wanted = test.path("seller")
                .asText(sellers.isEmpty() ? "" : sellers.get(0).key());
        Optional<Seller> seller =
                sellers.stream().filter(one -> one.key().equals(wanted)).findFirst();
        seller.ifPresentOrElse(one -> check(mappings, one), () -> {
            String near = Suggestion.among(sellers.stream().map(Seller::key).toList(), wanted);
            mismatches.add(Mismatch.of(
                    file.place(pointer + "/seller"),
                    "meetings.yaml has no seller '" + wanted + "'"
                            + (near == null ? "" : ". Did you mean '" + near + "'?")));
        });
        return new TestResult(file.place(pointer), test.path("name").asText(), List.copyOf(mismatches));
    }

    private void check(MappingSet mappings, Seller seller) {
        List<Slot> offered = Slots.offered(
                mappings.meetings(), new Calendars(mappings.hours()).of(seller.hours()), busy(), at(test.path("at")));
        JsonNode expected = test.path("offers");
        for (int i = 0; i < Math.max(expected.size(), offered.size()); i++) {
            String want = i < expected.size() ? expected.get(i).asText() : "nothing";
            String got = i < offered.size() ? offered.get(i).start().toString() : "nothing";
            boolean same = i < expected.size()
                    && i < offered.size()
                    && at(expected.get(i)).equals(offered.get(i).start());
            if (!same) {
                String place = i < expected.size() ? "/offers/" + i : "/offers";
                mismatches.add(new Mismatch(
                        file.place(pointer + place), "the offer " + (i + 1) + " differs", want, got, null));
            }
        }
    }

    private List<Slot> busy() {
        List<Slot> busy = new ArrayList<>();
        test.path("busy").forEach(piece -> busy.add(new Slot(at(piece.path("start")), at(piece.path("end")))));
        return busy;
    }

    private static Instant at(JsonNode time) {
        return OffsetDateTime.parse(time.asText()).toInstant();
    }
}
