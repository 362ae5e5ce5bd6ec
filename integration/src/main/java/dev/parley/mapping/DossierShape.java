package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.Result.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dossier holds, by {@code dossier.schema.json}: one part of it, and the way there.
 *
 * @param schema JSON Schema of the part; missing where nothing is known of it
 * @param path as an expression writes it; empty for the whole
 */
record DossierShape(JsonNode schema, String path) {
    static final DossierShape UNKNOWN = new DossierShape(MissingNode.getInstance(), "");

    /** The whole dossier. */
    static DossierShape whole() {
        return new DossierShape(Schemas.DOSSIER, "");
    }

    /** The same without the transcript: whoever decides while a conversation goes on does not read it. */
    static DossierShape untold() {
        ObjectNode schema = Schemas.DOSSIER.deepCopy();
        ObjectNode properties = schema.withObject("properties");
        properties.remove("parts");
        properties.withObject("conversation").withObject("properties").remove("contentHash");
        return new DossierShape(schema, "");
    }

    /** What a webhook brings, as the expressions of a source file see it. */
    static DossierShape delivery() {
        return new DossierShape(Schemas.DELIVERY, "");
    }

    /** The request by which a service checks the address, as the expressions of a source file see it. */
    static DossierShape challenge() {
        return new DossierShape(Schemas.CHALLENGE, "");
    }

    /** What a request for missed deliveries is made from, as the expressions of a source file see it. */
    static DossierShape gaps() {
        return new DossierShape(Schemas.GAPS, "");
    }

    /** What the whole is called. */
    String title() {
        return schema.path("title").asText();
    }

    /** The whole as the expressions of a file with {@code each} see it. */
    DossierShape withItem(DossierShape list) {
        ObjectNode extended = schema.deepCopy();
        ObjectNode properties = extended.withObject("properties");
        properties.set("item", list.element());
        return new DossierShape(extended, path);
    }

    boolean known() {
        return schema.has("properties");
    }

    boolean isList() {
        return schema.path("type").asText().equals("array");
    }

    /** The only values that the part, or each of its elements, can have; empty where there are others. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        element().path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    /** What it is when an expression gives just this part. */
    Result result() {
        String format = schema.path("format").asText("free");
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return switch (schema.path("type").asText()) {
            case "string" -> new Result(Kind.TEXT, false, longest, words(), format);
            case "number", "integer" -> Result.of(Kind.NUMBER, false);
            case "boolean" -> Result.of(Kind.TRUTH, false);
            case "array" -> Result.of(Kind.LIST, false);
            case "object" -> Result.of(Kind.OBJECT, false);
            default -> Result.UNKNOWN;
        };
    }

    /** The part with this name; unknown if there is none. */
    DossierShape member(String name) {
        JsonNode member = element().path("properties").path(name);
        return member.isMissingNode() ? UNKNOWN : new DossierShape(member, pathTo(name));
    }

    /** Whether it is certain that there is no part with this name. */
    boolean lacks(String name) {
        JsonNode element = element();
        return element.has("type") && !element.path("properties").has(name);
    }

    /** What was likely meant by a name that is not there, as an expression writes it; or null. */
    String closestTo(String name) {
        List<String> names = names();
        String below = names.stream()
                .filter(outer -> member(outer).names().contains(name))
                .map(outer -> pathTo(outer) + "." + name)
                .findFirst()
                .orElse(null);
        String near = Suggestion.among(names, name);
        return below != null || near == null ? below : pathTo(near);
    }

    String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        element().path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** JSONata looks into lists by itself. */
    private JsonNode element() {
        JsonNode element = schema;
        while (element.path("type").asText().equals("array")) {
            element = element.path("items");
        }
        return element;
    }
}
