package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.RecordWrite;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.DesiredRecord.DesiredField;
import dev.parley.mapping.Place;
import dev.parley.mapping.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is sent, and what is left alone because a person wants it otherwise. */
class DifferenceTest {

    private static final Place PLACE = new Place("salesforce/lead.yaml", 1, 1);

    @Test
    void aNewRecordGetsEveryFieldThatHasAValue() {
        Difference difference = Difference.of(
                record(field("A", "1", Write.CREATE), field("B", "2", Write.IF_BLANK), field("C", null, Write.ALWAYS)),
                null,
                null);

        assertThat(difference.fields()).isEqualTo(Map.of("A", "1", "B", "2"));
    }

    @Test
    void aFieldThatIsMappedFromNowOnDoesNotTakeThePlaceOfWhatAPersonFilledIn() {
        DesiredRecord record = record(field("Region", "EMEA", Write.ALWAYS), field("Grade", "A", Write.ALWAYS));
        ObjectNode seen = holds("Region", "Nordics").put("Grade", "B");

        assertThat(Difference.of(record, wrote("Grade", "B"), null, seen, Set.of())
                        .fields())
                .as("nobody but Parley wrote the record last, and it never wrote the region")
                .isEqualTo(Map.of("Grade", "A"));
    }

    @Test
    void aFieldOfTheBeginningIsNeverWrittenAgain() {
        assertThat(Difference.of(record(field("A", "2", Write.CREATE)), wrote("A", "1"), holds("A", "1"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aBlankFieldIsFilledAndAFilledOneStays() {
        DesiredRecord record = record(field("Phone", "1", Write.IF_BLANK));

        assertThat(Difference.of(record, wrote(), holds("Phone", null)).fields())
                .containsEntry("Phone", "1");
        assertThat(Difference.of(record, wrote(), holds("Phone", "9")).isEmpty())
                .isTrue();
    }

    @Test
    void aFieldThatNobodyLookedAtIsNotTakenForBlank() {
        DesiredRecord record = record(field("Phone", "1", Write.IF_BLANK), field("Region", "EMEA", Write.ALWAYS));

        assertThat(Difference.of(record, wrote(), holds("Title", "CTO")).isEmpty())
                .as("a person may have filled it")
                .isTrue();
        assertThat(Difference.of(record, wrote("Region", "Nordics"), holds("Title", "CTO"))
                        .fields())
                .as("it follows the conversation since it was written")
                .isEqualTo(Map.of("Region", "EMEA"));
    }

    @Test
    void whatAPersonEmptiedStaysEmpty() {
        Difference difference =
                Difference.of(record(field("Phone", "1", Write.IF_BLANK)), wrote("Phone", "1"), holds("Phone", ""));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.kept()).containsExactly("Phone");
    }

    @Test
    void whatAPersonChangedStaysForGood() {
        DesiredRecord record = record(field("Summary", "ours, newer", Write.ALWAYS));
        Difference difference = Difference.of(record, wrote("Summary", "ours"), holds("Summary", "theirs"));
        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.kept()).containsExactly("Summary");

        AppliedRecord kept =
                new AppliedRecord("1", AppliedRecord.Outcome.WRITTEN, holds("Summary", "ours"), Set.of("Summary"));
        assertThat(Difference.of(record, kept, null).isEmpty()).isTrue();
    }

    @Test
    void whatAPersonWroteAsWeWouldIsNoChangeOfTheirs() {
        Difference difference = Difference.of(
                record(field("Summary", "newer", Write.ALWAYS)), wrote("Summary", "ours"), holds("Summary", "newer"));

        assertThat(difference.kept()).isEmpty();
    }

    @Test
    void aValueThatIsGoneIsBlanked() {
        assertThat(Difference.of(record(field("Ended", null, Write.ALWAYS)), wrote("Ended", "now"), null)
                        .fields())
                .containsEntry("Ended", null);
    }

    @Property
    void onceAppliedNothingDiffers(@ForAll("fields") List<DesiredField> fields, @ForAll boolean known) {
        DesiredRecord record = record(fields.toArray(DesiredField[]::new));
        Difference first = Difference.of(record, null, null);
        ObjectNode held = JsonNodeFactory.instance.objectNode();
        first.fields().forEach((name, value) -> held.set(name, FieldValue.json(value)));
        AppliedRecord applied = new AppliedRecord("1", AppliedRecord.Outcome.WRITTEN, held.deepCopy(), first.kept());

        assertThat(Difference.of(record, applied, known ? held : null).isEmpty())
                .isTrue();
    }

    @Property
    void whatAPersonSetIsNeverOverwritten(@ForAll("fields") List<DesiredField> fields) {
        DesiredRecord record = record(fields.toArray(DesiredField[]::new));
        ObjectNode wrote = JsonNodeFactory.instance.objectNode();
        ObjectNode holds = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> {
            wrote.put(field.name(), "as written once");
            holds.put(field.name(), "as a person wants it");
        });
        AppliedRecord applied = new AppliedRecord("1", AppliedRecord.Outcome.WRITTEN, wrote, Set.of());

        assertThat(Difference.of(record, applied, holds).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<DesiredField>> fields() {
        Arbitrary<Object> values = Arbitraries.of(
                        "a", " b ", "", "x;y", "2026-03-02T12:00:00.123Z", 5, 5.0, true, false)
                .map(v -> (Object) v);
        return Combinators.combine(values.injectNull(0.2), Arbitraries.of(Write.values()))
                .as((value, write) -> field("F", value, write))
                .list()
                .ofMaxSize(6)
                .map(all -> {
                    List<DesiredField> named = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        named.add(field("F" + i, all.get(i).value(), all.get(i).write()));
                    }
                    return named;
                });
    }

    private static DesiredField field(String name, Object value, Write write) {
        return new DesiredField(name, value, write, PLACE);
    }

    private static DesiredRecord record(DesiredField... fields) {
        return new DesiredRecord(
                "Lead", "k", "Chat_Visitor_Id__c", true, null, List.of(fields), RecordWrite.Options.PLAIN, PLACE);
    }

    private static AppliedRecord wrote(String... namesAndValues) {
        return new AppliedRecord("1", AppliedRecord.Outcome.WRITTEN, holds(namesAndValues), Set.of());
    }

    private static ObjectNode holds(String... namesAndValues) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
