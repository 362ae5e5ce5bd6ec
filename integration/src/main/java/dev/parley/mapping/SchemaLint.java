package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Holds a file against its JSON Schema and says in the file's own words what does not fit. */
final class SchemaLint {
    static final Map<String, String> TYPES = Map.of(
            "string", "text",
            "number", "a number",
            "integer", "a whole number",
            "boolean", "true or false",
            "object", "keys with values",
            "array", "a list",
            "null", "empty");

    private final JsonSchema schema;
    private final Consumer<Finding> findings;
    private YamlFile file;

    SchemaLint(JsonSchema schema, YamlFile file, Consumer<Finding> findings) {
        this.schema = schema;
        this.file = file;
        this.findings = findings;
    }

    /**
     * Says all that does not fit.
     *
     * @return the file as it is likely meant: a misspelt key is told once, and what stands under it is read under the
     *     key's right name, so that one slip brings no finding of what seems to be missing; a list is empty where keys
     *     stand in its place, so that nobody looks for its first element in vain
     */
    YamlFile check() {
        List<ValidationMessage> messages = messages();
        while (correct(messages)) {
            messages = messages();
        }
        messages.forEach(message -> findings.accept(finding(message)));
        messages.stream()
                .filter(SchemaLint::isNoList)
                .forEach(message ->
                        file = file.withEmptyList(message.getInstanceLocation().toString()));
        return file;
    }

    /** What does not fit, without what only follows from a value that could not be read. */
    private List<ValidationMessage> messages() {
        return schema.validate(file.content()).stream()
                .filter(message -> !file.refused(pointer(message)))
                .toList();
    }

    /** Of what the message is about; of what is missing, if that is it. */
    private static String pointer(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        return message.getType().equals("required") ? YamlFile.child(at, message.getProperty()) : at;
    }

    /** Keys where a list must stand. */
    private static boolean isNoList(ValidationMessage message) {
        return message.getType().equals("type")
                && message.getInstanceNode().isObject()
                && message.getSchemaNode().toString().contains("\"array\"");
    }

    /** Whether there were misspelt keys; they are told, and stand in the file by their right names from now on. */
    private boolean correct(List<ValidationMessage> messages) {
        YamlFile before = file;
        for (ValidationMessage message : messages) {
            if (message.getType().equals("additionalProperties")) {
                Finding finding = finding(message);
                String at = message.getInstanceLocation().toString();
                if (finding.didYouMean() != null && !file.content().at(at).has(finding.didYouMean())) {
                    findings.accept(finding);
                    file = file.renamed(at, message.getProperty(), finding.didYouMean());
                }
            }
        }
        return file != before;
    }

    private Finding finding(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "additionalProperties" -> unknownKey(message, YamlFile.child(at, message.getProperty()));
            case "required" -> missingKey(message, at);
            case "type" -> wrongType(message, at);
            case "enum" -> notInList(message, at);
            case "propertyNames" -> wrongName(message, at);
            case "false" -> Finding.error(
                    file.place(at),
                    "too-many-keys",
                    "'keyField' is only for an object without 'externalId'; leave one out");
            case "minItems", "minProperties", "minLength" -> Finding.error(
                    file.valuePlace(at), "wrong-value", name(at) + " is empty: say something, or leave it out");
            case "pattern" -> notLike(message, at);
            case "not" -> Finding.error(
                    file.place(at),
                    "not-here",
                    parentSchema(message).path("description").asText());
            default -> Finding.error(file.valuePlace(at), "wrong-value", name(at) + " " + words(message));
        };
    }

    private Finding unknownKey(ValidationMessage message, String pointer) {
        JsonNode owner = parentSchema(message);
        String title = owner.path("title").asText("mapping file");
        String what = "'" + message.getProperty() + "' is not a key of a " + title;
        return Finding.error(
                file.place(pointer), "unknown-key", what, Suggestion.among(members(owner), message.getProperty()));
    }

    private Finding wrongName(ValidationMessage message, String at) {
        String name = propertyName(message);
        String meant =
                parentSchema(message).path("propertyNames").path("description").asText();
        return Finding.error(file.place(YamlFile.child(at, name)), "wrong-value", "'" + name + "' is not " + meant);
    }

    private Finding missingKey(ValidationMessage message, String at) {
        JsonNode near = parentSchema(message).path("properties").path(message.getProperty());
        JsonNode property =
                near.isMissingNode() ? schema.getSchemaNode().path("properties").path(message.getProperty()) : near;
        String hint = property.path("description").asText();
        String what = "'" + message.getProperty() + "' is missing" + (hint.isEmpty() ? "" : ": " + decapitalised(hint));
        return Finding.error(file.place(at), "missing-key", what);
    }

    private Finding wrongType(ValidationMessage message, String at) {
        List<String> allowed = new ArrayList<>();
        JsonNode types = message.getSchemaNode();
        (types.isArray() ? types : List.of(types)).forEach(type -> allowed.add(TYPES.get(type.asText())));
        String given = kind(message.getInstanceNode());
        List<String> examples = examples(message);
        String such = examples.isEmpty() ? "" : ", such as " + listed(examples);
        String what = name(at) + " is " + given + ", but must be " + String.join(" or ", allowed) + such;
        ValueHint hint = new ValueHint(parentSchema(message), message.getInstanceNode());
        return Finding.error(file.valuePlace(at), "wrong-type", what + hint.howToWrite(), hint.meant());
    }

    /** A pattern means little to people: what it is for, and the words that fit, mean more. */
    private Finding notLike(ValidationMessage message, String at) {
        String given = message.getInstanceNode().asText();
        List<String> examples = examples(message);
        String what = name(at) + " is '" + given + "'";
        if (!examples.isEmpty()) {
            what += ", but must be like " + listed(examples);
        } else {
            String meant = parentSchema(message).path("description").asText();
            what += ", but must be: " + (meant.isEmpty() ? words(message) : meant.replaceAll("\\.$", ""));
        }
        return Finding.error(file.valuePlace(at), "wrong-value", what, Suggestion.among(examples, given));
    }

    private static String kind(JsonNode value) {
        return TYPES.get(value.getNodeType().toString().toLowerCase(Locale.ROOT));
    }

    private List<String> examples(ValidationMessage message) {
        List<String> examples = new ArrayList<>();
        JsonNode owner = parentSchema(message);
        (owner.has("enum") ? owner.path("enum") : owner.path("examples"))
                .forEach(example -> examples.add(example.asText()));
        return examples;
    }

    private Finding notInList(ValidationMessage message, String at) {
        List<String> allowed = new ArrayList<>();
        message.getSchemaNode().forEach(value -> allowed.add(value.asText()));
        JsonNode value = message.getInstanceNode();
        String given = value.asText();
        String said = value.isValueNode() ? "'" + given + "'" : kind(value);
        String what = name(at) + " is " + said + ", but must be " + listed(allowed);
        return Finding.error(file.valuePlace(at), "wrong-value", what, Suggestion.among(allowed, given));
    }

    private String propertyName(ValidationMessage message) {
        Object[] arguments = message.getArguments();
        return arguments == null || arguments.length == 0 ? "" : String.valueOf(arguments[0]);
    }

    /** The schema object that the broken keyword stands in. */
    private JsonNode parentSchema(ValidationMessage message) {
        JsonNode root = schema.getSchemaNode();
        String path = message.getSchemaLocation().getFragment().toString();
        return root.at(path.substring(0, path.lastIndexOf('/')));
    }

    private static List<String> members(JsonNode schema) {
        List<String> members = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(members::add);
        return members;
    }

    private String name(String pointer) {
        if (pointer.isEmpty()) {
            return "the file";
        }
        int slash = pointer.lastIndexOf('/');
        String above = pointer.substring(0, slash);
        String last = pointer.substring(slash + 1);
        return file.content().at(above).isArray()
                ? "item " + (Integer.parseInt(last) + 1) + " of " + name(above)
                : "'" + last + "'";
    }

    /** The validator's words behind the place, which the finding has already. */
    private static String words(ValidationMessage message) {
        String text = message.getMessage();
        String prefix = message.getInstanceLocation() + ": ";
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String decapitalised(String sentence) {
        boolean abbreviation = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        String start = abbreviation
                ? sentence.substring(0, 1)
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT);
        return start + (sentence.endsWith(".") ? sentence.substring(1, sentence.length() - 1) : sentence.substring(1));
    }

    private static String listed(List<String> words) {
        if (words.size() == 1) {
            return "'" + words.get(0) + "'";
        }
        return "'" + String.join("', '", words.subList(0, words.size() - 1)) + "' or '" + words.get(words.size() - 1)
                + "'";
    }
}
