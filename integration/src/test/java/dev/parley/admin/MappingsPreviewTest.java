package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin looks at what a file of events would become. */
class MappingsPreviewTest {

    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void write() throws IOException {
        events = Files.writeString(
                folder.resolve("events.jsonl"),
                """
                {"specversion":"1.0","id":"1","source":"web","subject":"a","time":"2026-01-01T09:00:00Z",\
                "type":"chat.form.submitted","data":{"answers":{"name":"Ann Lee","email":"ann@lee.example"}}}
                {"specversion":"1.0","id":"2","source":"web","subject":"a","time":"2026-01-03T09:00:00Z",\
                "type":"chat.message.posted","data":{"id":"m1","author":{"role":"visitor"},"text":"Hello"}}
                """);
    }

    @Test
    void theRecordsAreShownFieldByField() {
        Typed typed = parley("mappings", "preview", "../mappings", "--events", events);

        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        assertThat(typed.out())
                .contains("made for web:a", "LastName", "Lee", "salesforce/lead.yaml:")
                .contains("1 conversation: 3 records made, 0 changed")
                .contains("1 lead, 0 links, 0 tasks, 0 mails")
                .contains("3 API calls ", "besides, a server that runs asks:")
                .contains("6 KiB of storage", "1.1 MiB in a year", "as in the 2.0 days")
                .contains("Lead.Company is not known");
    }

    @Test
    void programsGetItAsJson() throws IOException {
        Typed typed = parley("mappings", "preview", "../mappings", "--events", events, "--json", "--show", "1");

        JsonNode json = new ObjectMapper().readTree(typed.out());
        assertThat(json.path("records")).hasSize(1);
        assertThat(json.path("notShown").intValue()).isEqualTo(2);
        assertThat(json.at("/sums/leads").intValue()).isEqualTo(1);
        assertThat(json.at("/sums/spanSeconds").intValue()).isEqualTo(172_800);
        assertThat(json.at("/surprises/0/kind").textValue()).isEqualTo("default");
    }

    @Test
    void theModeAndHistoryDecideWhatIsMade() throws IOException {
        for (String[] option : new String[][] {{"--mode", "attach"}, {"--history"}}) {
            assertThat(parley(join("mappings", "preview", "../mappings", "--events", events, option))
                            .out())
                    .contains("0 leads", "2 records made");
        }
        assertThat(parley("mappings", "preview", "../mappings", "--events", events, "--mode", "all")
                        .err())
                .contains("'all' is not observe, attach, create or handoff");
    }

    @Test
    void badLinesAreNamedAndTheOthersGoOn() throws IOException {
        Files.writeString(events, "nonsense\n{\"id\":\"9\"}\n" + Files.readString(events));

        Typed typed = parley("mappings", "preview", "../mappings", "--events", events);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out())
                .contains("Line 1 is left out: no JSON", "Line 2 is left out: ")
                .contains("1 lead");
    }

    @Test
    void anOrgThatCannotBeReadIsSaid() throws IOException {
        Path config = Files.writeString(
                folder.resolve("parley.properties"),
                """
                crm.url=http://127.0.0.1:9
                crm.clientId=x
                crm.clientSecret=y
                home=%s
                """
                        .formatted(folder));

        Typed typed = parley("mappings", "preview", "../mappings", "--events", events, "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("The org cannot be read").contains("crm.url");
    }

    @Test
    void whatChangedFilesDoToPastConversationsIsAskedOfTheServerPageByPage() throws IOException {
        try (ServerStandIn server = new ServerStandIn()) {
            String page =
                    """
                    {"conversations":200,"changed":3,"due":2,"fields":[{"sobject":"Lead","field":"Phone",\
                    "place":"salesforce/lead.yaml:9:3","conversations":3,"written":1,"undone":1,\
                    "examples":[{"conversation":"web:a","before":"nothing","after":"\\"112\\""}]}],\
                    "records":[{"sobject":"Task","made":2,"dropped":0,"examples":["web:b"]}],\
                    "failures":[{"place":"salesforce/task.yaml:3:4","message":"no","conversations":1,"examples":["web:c"]}],\
                    "next":%s,"learnt":{"conversations":1,"fields":[{"sobject":"Lead","field":"OwnerId","place":"x",\
                    "conversations":1,"written":1,"examples":[{"conversation":"web:d","before":"1","after":"2"}]}],\
                    "records":[]}}
                    """;
            server.answers(200, page.formatted("200")).answers(200, page.formatted("null"));

            Typed typed =
                    parley("mappings", "preview", "../mappings", "--against-last", "--config", config(server.port()));

            assertThat(typed.err()).isEmpty();
            assertThat(typed.exit()).isZero();
            assertThat(typed.out())
                    .containsPattern("Lead.Phone +6 +2 +web:a: nothing → \"112\" +salesforce/lead.yaml:9:3")
                    .contains("An undo put back Lead.Phone for 2 conversations: applying these files writes it again.")
                    .contains("Task: 4 more records, 0 no longer written (none is deleted), such as for web:b")
                    .contains("salesforce/task.yaml:3:4 fails for 2 conversations, such as web:c: no")
                    .contains("a replay brings 2 conversations what the CRM has learnt")
                    .contains("Lead.OwnerId for 2, such as web:d: 1 → 2")
                    .contains("6 of 400 conversations would come out otherwise.")
                    .contains("'mappings apply' makes 4 conversations due again");
            assertThat(server.lines())
                    .containsExactly("POST /v1/mappings/preview", "POST /v1/mappings/preview?after=200");
            assertThat(new ObjectMapper()
                            .readTree(server.requests().get(0).body())
                            .path("salesforce/lead.yaml")
                            .textValue())
                    .contains("sobject: Lead");
        }
    }

    @Test
    void orTheEventsOfAFileAreThePastConversations() throws IOException {
        try (ServerStandIn server = new ServerStandIn()) {
            String lead = Files.readString(Path.of("../mappings/salesforce/lead.yaml"))
                    .replace("LeadSource: { default: Web }", "LeadSource: { default: Chat }");
            server.answers(
                            200,
                            "[{\"number\":8,\"appliedAt\":null},{\"number\":7,\"appliedAt\":\"2026-11-01T12:00:00Z\"}]")
                    .answers(
                            200,
                            "{\"files\":" + new ObjectMapper().writeValueAsString(Map.of("salesforce/lead.yaml", lead))
                                    + "}");

            Typed typed = parley(
                    "mappings",
                    "preview",
                    "../mappings",
                    "--events",
                    events,
                    "--against-last",
                    "--config",
                    config(server.port()));

            assertThat(typed.out())
                    .containsPattern("Lead.LeadSource +1 +1 +web:a: \"Chat\" → \"Web\"")
                    .contains("Chat_Conversation__c: 1 more record", "1 of 1 conversation would come out otherwise.")
                    .doesNotContain("due again");
            assertThat(server.lines()).containsExactly("GET /v1/mappings/versions", "GET /v1/mappings/versions/7");
        }
    }

    @Test
    void withoutTheServerNobodyKnowsTheLastVersion() throws IOException {
        Path config;
        try (ServerStandIn gone = new ServerStandIn()) {
            config = config(gone.port());
        }

        Typed typed = parley("mappings", "preview", "../mappings", "--against-last", "--config", config);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err())
                .contains("No Parley answers at", "Start it with 'run'", "Without it, leave out --against-last");
    }

    private Path config(int port) throws IOException {
        return Files.writeString(
                folder.resolve("parley.properties"),
                "admin.token=%s\nhttp.port=%d\nhome=%s\n".formatted(ServerStandIn.TOKEN, port, folder));
    }

    @Test
    void whatIsNotThereIsMisuse() {
        assertThat(parley("mappings", "preview", "../mappings").exit()).isEqualTo(2);
        assertThat(parley("mappings", "preview", folder.resolve("x"), "--events", events)
                        .exit())
                .isEqualTo(2);
        assertThat(parley("mappings", "preview", "../mappings", "--events", folder.resolve("x"))
                        .exit())
                .isEqualTo(2);
    }

    private static Object[] join(
            Object first, Object second, Object third, Object fourth, Object fifth, String[] more) {
        Object[] all = new Object[5 + more.length];
        System.arraycopy(new Object[] {first, second, third, fourth, fifth}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return all;
    }
}
