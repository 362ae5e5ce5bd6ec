package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles one entry of a source file; what does not compile, or could never make a good event, is a finding. */
final class SourceEventReader {
    private final YamlFile file;
    private final String pointer;
    private final Consumer<Finding> findings;
    private final Set<String> parts = new HashSet<>();

    SourceEventReader(YamlFile file, String pointer, Consumer<Finding> findings) {
        this.file = file;
        this.pointer = pointer;
        this.findings = findings;
    }

    SourceEvent read() {
        ExpressionReader expressions = new ExpressionReader(file, DossierShape.delivery(), findings);
        // The list comes first: the others see its elements.
        Expression each = expressions.readList(pointer + "/each");
        parts.addAll(expressions.parts());
        JsonNode entry = file.content().at(pointer);
        String type = entry.path("type").asText();
        ExpressionReader inside = expressions.nested();
        SourceEvent event = new SourceEvent(
                pointer,
                each,
                inside.read(pointer + "/when"),
                type,
                id(each, inside),
                inside.read(pointer + "/subject"),
                inside.read(pointer + "/time"),
                inside.read(pointer + "/sequence"),
                new DataTreeReader(file, type, findings).read(pointer + "/data", inside));
        parts.addAll(inside.parts());
        if (type.startsWith("chat.") && !entry.has("subject")) {
            findings.accept(Finding.error(
                    file.place(pointer), "missing-key", "'subject' is missing: it is the conversation's id"));
        }
        return event;
    }

    /** Names at the top of the delivery that the entry asks for. */
    Set<String> parts() {
        return parts;
    }

    /** An id that is the same each time would make all events but the first count as repeated. */
    private Expression id(Expression each, ExpressionReader expressions) {
        ExpressionReader alone = expressions.nested();
        Expression id = alone.read(pointer + "/id");
        expressions.use(alone.parts());
        if (id != null && each != null && !alone.parts().contains("item")) {
            String what = "'id' is the same for every element of 'each': use 'item' in it";
            findings.accept(Finding.error(file.place(pointer + "/id"), "same-id", what));
        } else if (id != null && alone.parts().isEmpty()) {
            String what = "'id' is the same for every body: take it from what the body is about";
            findings.accept(Finding.error(file.place(pointer + "/id"), "same-id", what));
        }
        return id;
    }
}
