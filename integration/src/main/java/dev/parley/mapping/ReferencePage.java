package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The reference of the mapping files, made from their schemas, the shipped files and the table of rules. */
public final class ReferencePage {
    private static final String HEAD =
            """
            # Mapping files

            <!-- Made from mappings/schema, the shipped mapping files and the rules of the check: change those, then run
                 java -jar integration/target/parley.jar mappings reference > docs/mappings.md -->

            A mapping file is YAML 1.2: no anchors, no tags, at most 256 KB. Its first line names its schema, by which \
            editors complete and mark:

                # yaml-language-server: $schema=../schema/salesforce.schema.json

            Expressions are [JSONata](https://docs.jsonata.org), bounded in time and depth, without clock and chance. \
            `mappings init --source NAME` writes commented files to begin with, `mappings check` says what is wrong with \
            them, `mappings test` tries them.
            """;

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("salesforce", "salesforce/lead.yaml"),
            Map.entry("sources", "sources/generic.yaml"),
            Map.entry("transcripts", "transcripts/generic.yaml"),
            Map.entry("mails", "transcripts/generic.test.yaml"),
            Map.entry("people", "people.yaml"),
            Map.entry("colleagues", "people.test.yaml"),
            Map.entry("qualification", "qualification.yaml"),
            Map.entry("identity", "identity.yaml"),
            Map.entry("sentences", "signals/de.test.yaml"),
            Map.entry("test", "salesforce/lead.test.yaml"),
            Map.entry("utterances", "functions/en.test.yaml"),
            Map.entry("hours", "hours.yaml"),
            Map.entry("moments", "hours.test.yaml"),
            Map.entry("routing", "routing.yaml"),
            Map.entry("meetings", "meetings.yaml"),
            Map.entry("offers", "meetings.test.yaml"));

    /** Files that are too long for the page: a shorter one of the kind, which the program carries for it. */
    private static final Map<String, String> SHORT = Map.of(
            "signals", "signals/en.yaml",
            "functions", "functions/en.yaml",
            "presence", "presence/en.yaml",
            "dossier", "dossier.json");

    private final Map<String, String> shipped = Shipped.files();
    private final StringBuilder page = new StringBuilder(HEAD);

    private ReferencePage() {}

    /** The page in Markdown. */
    public static String markdown() {
        return new ReferencePage().write();
    }

    private String write() {
        kind("salesforce", "Records: `salesforce/*.yaml`");
        kind("sources", "Sources: `sources/{source}.yaml`");
        kind("transcripts", "Mailed transcripts: `transcripts/*.yaml`");
        kind("mails", "Tests of these: `transcripts/*.test.yaml`");
        kind("people", "People: `people.yaml`");
        kind("colleagues", "Tests of it: `people.test.yaml`");
        kind("qualification", "What a conversation is worth: `qualification.yaml`");
        kind("signals", "What sentences show: `signals/{language}.yaml`");
        kind("sentences", "Tests of these: `signals/{language}.test.yaml`");
        kind("functions", "What messages are for: `functions/{language}.yaml`");
        kind("presence", "What shows the person behind a message: `presence/{language}.yaml`");
        kind("utterances", "Tests of both: `functions/{language}.test.yaml`, `presence/{language}.test.yaml`");
        kind("identity", "Recognising visitors: `identity.yaml`");
        kind("hours", "When people work: `hours.yaml`");
        kind("moments", "Tests of it: `hours.test.yaml`");
        kind("routing", "Offers to sellers: `routing.yaml`");
        kind("meetings", "Meetings that visitors book in the chat: `meetings.yaml`");
        kind("offers", "Tests of it: `meetings.test.yaml`");
        kind("test", "Tests of records, sources, identity, qualification and routing: `*.test.yaml`");
        kind("dossier", "What expressions of records see: the dossier");
        page.append("\n## Rules of the check\n\n| rule | demands |\n|---|---|\n");
        for (Rule rule : Rule.values()) {
            row("`" + rule.id() + "`", rule.help());
        }
        return page.toString();
    }

    private void kind(String kind, String title) {
        JsonNode schema = Schemas.read(kind + ".schema.json");
        page.append("\n## ").append(title).append("\n\n");
        page.append(schema.path("description").asText())
                .append("\n\n| key | value | needed | says |\n|---|---|---|---|\n");
        SchemaTable.of(schema).forEach(row -> row("`" + row.path() + "`", row.type(), row.need(), row.description()));
        String example = EXAMPLES.get(kind);
        if (example != null) {
            example(example, shipped.get(example));
        }
        String shorter = SHORT.get(kind);
        if (shorter != null) {
            example(shorter, Schemas.text("examples/" + shorter));
        }
    }

    private void example(String name, String text) {
        String language = name.substring(name.lastIndexOf('.') + 1);
        page.append("\nA worked example, `")
                .append(name)
                .append("`:\n\n```")
                .append(language)
                .append('\n');
        page.append(text).append("```\n");
    }

    private void row(String... cells) {
        for (String cell : cells) {
            page.append("| ")
                    .append(cell.replace("|", "\\|").replace("\n", " "))
                    .append(' ');
        }
        page.append("|\n");
    }
}
