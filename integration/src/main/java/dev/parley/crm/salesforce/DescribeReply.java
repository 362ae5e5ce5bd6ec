package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.Describe;
import dev.parley.crm.Describe.RecordType;
import dev.parley.crm.Describe.Trait;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Reads what {@code /sobjects/X/describe} says. */
final class DescribeReply {

    private static final Map<String, Trait> FLAGS = Map.of(
            "createable", Trait.CREATEABLE,
            "updateable", Trait.UPDATEABLE,
            "externalId", Trait.EXTERNAL_ID,
            "idLookup", Trait.ID_LOOKUP,
            "unique", Trait.UNIQUE,
            "filterable", Trait.FILTERABLE,
            "restrictedPicklist", Trait.RESTRICTED,
            "permissionable", Trait.PERMISSIONABLE);

    private DescribeReply() {}

    static Describe read(JsonNode reply) {
        Map<String, Describe.Field> fields = new LinkedHashMap<>();
        reply.path("fields").forEach(field -> fields.put(text(field, "name"), field(field)));
        return new Describe(
                text(reply, "name"),
                text(reply, "label"),
                flag(reply, "createable"),
                flag(reply, "updateable"),
                Collections.unmodifiableMap(fields),
                recordTypes(reply.path("recordTypeInfos")));
    }

    private static Describe.Field field(JsonNode field) {
        return new Describe.Field(
                text(field, "name"),
                text(field, "type"),
                field.path("length").asInt(),
                traits(field),
                texts(field.path("picklistValues"), value -> flag(value, "active"), "value"),
                StreamSupport.stream(field.path("referenceTo").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                field.path("relationshipName").asText(null));
    }

    private static Set<Trait> traits(JsonNode field) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        FLAGS.forEach((name, trait) -> {
            if (flag(field, name)) {
                traits.add(trait);
            }
        });
        if (flag(field, "createable") && !flag(field, "nillable") && !flag(field, "defaultedOnCreate")) {
            traits.add(Trait.REQUIRED);
        }
        return Collections.unmodifiableSet(traits);
    }

    private static List<RecordType> recordTypes(JsonNode infos) {
        return StreamSupport.stream(infos.spliterator(), false)
                .filter(info -> flag(info, "active") && flag(info, "available"))
                .map(info ->
                        new RecordType(text(info, "recordTypeId"), text(info, "developerName"), text(info, "name")))
                .toList();
    }

    private static List<String> texts(JsonNode array, Predicate<JsonNode> which, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(which)
                .map(node -> text(node, name))
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean();
    }
}
