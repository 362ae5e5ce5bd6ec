package dev.parley.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.rehearsal.Comparison;
import dev.parley.rehearsal.Comparison.Example;
import dev.parley.rehearsal.Comparison.Learnt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What other mapping files would change, for people and as JSON.
 *
 * @param comparison of all conversations
 */
record ComparisonReport(Comparison comparison) {

    /** Prints it, and says how the command ends: a difference is no failure. */
    int print(Output output) {
        output.print(table(), new ObjectMapper().valueToTree(comparison));
        if (!comparison.fields().isEmpty()) {
            output.say(
                    "Both columns count conversations: where the field comes out otherwise, and where it is then"
                            + " written. What is filled once stays on a record that stands, and so does what a person changed.");
        }
        tellUndone(output);
        comparison
                .records()
                .forEach(records ->
                        output.say(records.sobject() + ": " + Counted.of(records.made(), "more record") + ", "
                                + records.dropped() + " no longer written (none is deleted), such as for "
                                + String.join(", ", records.examples())));
        comparison
                .failures()
                .forEach(failure ->
                        output.say(failure.place() + " fails for " + Counted.of(failure.conversations(), "conversation")
                                + ", such as " + String.join(", ", failure.examples()) + ": "
                                + failure.message()));
        tellLearnt(output, comparison.learnt());
        output.say(comparison.changed() + " of " + Counted.of(comparison.conversations(), "conversation")
                + " would come out otherwise.");
        return 0;
    }

    /** The same of conversations that the CRM holds; says also what applying sets going. */
    int printOfPast(Output output) {
        int exit = print(output);
        output.say("'mappings apply' makes " + Counted.of(comparison.due(), "conversation")
                + " due again: those of which something would be written to the CRM.");
        return exit;
    }

    /** Whoever undid something must know that applying other files does it again. */
    private void tellUndone(Output output) {
        Stream.concat(comparison.fields().stream(), comparison.learnt().fields().stream())
                .filter(field -> field.undone() > 0)
                .forEach(field -> output.say("An undo put back " + field.sobject() + "." + field.field() + " for "
                        + Counted.of(field.undone(), "conversation")
                        + ": applying these files writes it again."));
    }

    /** A replay brings it too, but these files are not the reason. */
    private static void tellLearnt(Output output, Learnt learnt) {
        if (learnt.conversations() > 0) {
            output.say("Whatever the files say, a replay brings " + Counted.of(learnt.conversations(), "conversation")
                    + " what the CRM has learnt, or an undo has put back, since they were written:");
        }
        learnt.fields()
                .forEach(field -> output.say("  " + field.sobject() + "." + field.field() + " for "
                        + field.conversations() + ", such as "
                        + field.examples().stream().map(ComparisonReport::shown).collect(Collectors.joining("; "))));
        learnt.records()
                .forEach(records ->
                        output.say("  " + records.sobject() + ": " + Counted.of(records.made(), "more record")
                                + ", such as for " + String.join(", ", records.examples())));
    }

    private Table table() {
        Table table = new Table("field", "differs for", "written for", "such as", "from");
        comparison
                .fields()
                .forEach(field -> table.row(
                        field.sobject() + "." + field.field(),
                        field.conversations(),
                        field.written(),
                        field.examples().stream().map(ComparisonReport::shown).collect(Collectors.joining("; ")),
                        field.place()));
        return table;
    }

    private static String shown(Example example) {
        return example.conversation() + ": " + example.before() + " → " + example.after();
    }
}
