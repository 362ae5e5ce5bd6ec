package dev.parley.sandbox.schema;

import dev.parley.sandbox.schema.Field.Trait;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code standard-objects.txt}: the objects that every org has. */
final class StandardObjects {
    private static final String FILE = "standard-objects.txt";
    private static final String PERSON_ACCOUNTS = "person-accounts.txt";
    private static final Pattern OBJECT =
            Pattern.compile("object (\\w+) (\\w{3}) ([^/]+?) / ([^:]+?)(?: : ([\\w ]+))?");

    private static final Map<String, SharingModel> MODELS = Map.of(
            "private", SharingModel.PRIVATE,
            "readwrite", SharingModel.READ_WRITE,
            "fullaccess", SharingModel.FULL_ACCESS,
            "byparent", SharingModel.CONTROLLED_BY_PARENT);

    private StandardObjects() {}

    /** The objects by name, in the order of the file. */
    static Map<String, ObjectBuilder> read() {
        Map<String, ObjectBuilder> objects = new LinkedHashMap<>();
        ObjectBuilder current = null;
        for (String line : lines(FILE)) {
            Matcher object = OBJECT.matcher(line);
            if (object.matches()) {
                current = begin(object);
                objects.put(object.group(1), current);
            } else if (current != null) {
                current.add(FieldLine.parse(line));
            }
        }
        return objects;
    }

    /** Adds what an org has besides where person accounts are on: fields, and names that are not given any more. */
    static void addPersonAccounts(Map<String, ObjectBuilder> objects) {
        ObjectBuilder current = null;
        for (String line : lines(PERSON_ACCOUNTS)) {
            if (line.startsWith("object ")) {
                current = objects.get(line.substring("object ".length()));
            } else if (current != null) {
                current.add(FieldLine.parse(line));
            }
        }
        objects.get("Account").optional("Name");
        // A lead without a company is a person's, and becomes a person account.
        objects.get("Lead").optional("Company");
    }

    private static ObjectBuilder begin(Matcher object) {
        ObjectBuilder builder = new ObjectBuilder(object.group(1), object.group(3), object.group(4), object.group(2));
        Set<String> traits = object.group(5) == null
                ? Set.of()
                : Set.of(object.group(5).trim().split(" "));
        if (traits.contains("owned")) {
            builder.owner(List.of("User"));
        } else if (traits.contains("queued")) {
            builder.owner(List.of("Group", "User"));
        }
        MODELS.forEach((trait, model) -> {
            if (traits.contains(trait)) {
                builder.sharing(model);
            }
        });
        if (traits.contains("readonly")) {
            builder.operations(Set.of(Operation.READ));
        }
        return builder;
    }

    static List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(StandardObjects.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }

    /** The traits of a field the org alone writes. */
    static Set<Trait> system() {
        return Set.of(Trait.CALCULATED, Trait.ALWAYS_VISIBLE);
    }
}
