package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Duplicates;
import dev.parley.mapping.FieldMapping.ReferenceMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles a file that fits its schema; what does not compile is a finding. */
final class RecordMappingReader {
    private static final Map<String, Write> WRITES =
            Map.of("create", Write.CREATE, "ifBlank", Write.IF_BLANK, "always", Write.ALWAYS);
    private static final Map<String, Duplicates> DUPLICATES =
            Map.of("useMatch", Duplicates.USE_MATCH, "allow", Duplicates.ALLOW, "review", Duplicates.REVIEW);

    /** Keys of a field that say nothing about its value. */
    private static final Set<String> WITHOUT_VALUE = Set.of("write", "max", "blank");

    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final ExpressionReader expressions;

    RecordMappingReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.expressions = new ExpressionReader(file, DossierShape.whole(), findings);
    }

    RecordMapping read() {
        JsonNode content = file.content();
        // The list comes first: what its elements look like decides what the others may ask for.
        Expression each = expressions.readList("/each");
        boolean upsert = content.has("externalId");
        String sobject = content.path("sobject").asText();
        RecordMapping mapping = new RecordMapping(
                sobject,
                content.path("enabled").asBoolean(true),
                content.path("enabled").asText().equals("onBuyingSignal"),
                content.path(upsert ? "externalId" : "keyField").asText(),
                upsert,
                expressions.read("/key"),
                expressions.read("/id"),
                expressions.read("/when"),
                each,
                options(content),
                fields(sobject, content.path("fields")),
                expressions.isDemanded("/id"),
                file);
        new RecordLint(file, expressions, findings).check(mapping);
        return mapping;
    }

    private List<FieldMapping> fields(String sobject, JsonNode fields) {
        Write usual = sobject.startsWith("Chat_") ? Write.ALWAYS : Write.CREATE;
        List<FieldMapping> mappings = new ArrayList<>();
        fields.properties().forEach(field -> mappings.add(field(field.getKey(), field.getValue(), usual)));
        return List.copyOf(mappings);
    }

    private FieldMapping field(String name, JsonNode field, Write usual) {
        String pointer = YamlFile.child("/fields", name);
        boolean brief = field.isTextual();
        if (field.isObject() && WITHOUT_VALUE.containsAll(names(field))) {
            findings.accept(Finding.error(
                    file.place(pointer), "missing-key", "'" + name + "' needs 'from', 'reference' or 'default'"));
        }
        String from = brief ? pointer : pointer + "/from";
        FieldMapping mapping = new FieldMapping(
                name,
                expressions.read(from),
                expressions.result(from),
                reference(pointer + "/reference", field.path("reference")),
                otherwise(field),
                WRITES.getOrDefault(field.path("write").asText(), usual),
                field.path("max").asInt(Integer.MAX_VALUE),
                field.path("blank").asBoolean(true),
                file.place(pointer));
        if (field.isObject()) {
            new FieldLint(file, findings).check(pointer, field, mapping);
        }
        return mapping;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private ReferenceMapping reference(String pointer, JsonNode reference) {
        Expression key = expressions.read(pointer + "/key");
        return key == null
                ? null
                : new ReferenceMapping(
                        reference.path("sobject").asText(),
                        reference.path("externalId").asText(),
                        key);
    }

    private static Object otherwise(JsonNode field) {
        String recordType = field.path("recordType").textValue();
        return recordType == null ? literal(field.path("default")) : new RecordTypeName(recordType);
    }

    private static Object literal(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private static RecordWrite.Options options(JsonNode content) {
        RecordWrite.Options plain = RecordWrite.Options.PLAIN;
        return new RecordWrite.Options(
                content.path("assignment").asText(plain.assignment()),
                DUPLICATES.getOrDefault(content.path("duplicates").asText(), plain.duplicates()));
    }
}
