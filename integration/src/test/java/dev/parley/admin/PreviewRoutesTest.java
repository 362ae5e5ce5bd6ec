package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Talk;
import dev.parley.crm.CrmException;
import dev.parley.identity.OwnWrite;
import dev.parley.mapping.MappingFolder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin asks the running server what changed files would do. */
class PreviewRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/v1/mappings/preview";

    private final Map<String, String> files = new TreeMap<>(MappingFolder.texts(Path.of("../mappings")));

    @TempDir
    Path folder;

    private StaffedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new StaffedDesk(folder);
        files.keySet().removeIf(name -> name.startsWith("sources/") || name.startsWith("schema/"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatWouldChangeOnPastConversationsIsCounted() throws Exception {
        says("c1", "c2");
        files.compute(
                "salesforce/chat_conversation.yaml",
                (name, text) -> text.replace(
                        "Summary__c: { from: conversation.summary",
                        "Summary__c: { from: $uppercase(conversation.summary)"));

        JsonNode answer = ok(post(PATH, files));

        assertThat(answer.path("conversations").intValue()).isEqualTo(2);
        assertThat(answer.path("changed").intValue()).isEqualTo(2);
        assertThat(answer.path("next").isNull()).isTrue();
        assertThat(answer.at("/fields/0/field").textValue()).isEqualTo("Summary__c");
        assertThat(answer.at("/fields/0/examples/0/before").textValue()).isEqualTo("\"Hello\"");
        assertThat(answer.at("/fields/0/examples/0/after").textValue()).isEqualTo("\"HELLO\"");
    }

    @Test
    void onePhraseMoreShowsWhichPastConversationsItWouldSeeOtherwise() throws Exception {
        says("c1");
        desk.parts()
                .conversations()
                .receive(List.of(new Talk("web", "c2")
                        .says("visitor", 1, "c2", "The blorf of my quendrix zorbulates all night")));
        files.compute(
                "functions/en.yaml",
                (name, text) -> text.replace(
                        "      - the app crashes when I open a report\n",
                        "      - the app crashes when I open a report\n"
                                + "      - the blorf of my quendrix zorbulates\n"));

        JsonNode answer = ok(post(PATH, files));

        assertThat(answer.path("changed").intValue()).isEqualTo(1);
        JsonNode functions = JSON.createObjectNode();
        for (JsonNode field : answer.path("fields")) {
            functions = field.path("field").asText().equals("Functions__c") ? field : functions;
        }
        assertThat(functions.at("/examples/0/conversation").textValue()).isEqualTo("web:c2");
        assertThat(functions.at("/examples/0/before").textValue()).doesNotContain("problem-solving");
        assertThat(functions.at("/examples/0/after").textValue()).contains("problem-solving");
    }

    @Test
    void theCrmIsNotAskedAndNothingIsWritten() throws Exception {
        says("c1");
        desk.crm().isBlind(new CrmException(CrmException.Kind.TRANSIENT, "away", null));

        assertThat(ok(post(PATH, files)).path("changed").intValue()).isZero();

        assertThat(desk.crm().sent()).isEmpty();
        assertThat(desk.parts().due().waiting()).as("what was due is due").isEqualTo(1);
    }

    @Test
    void whatWasSavedAlreadyIsHeldAgainstWhatWasWritten() throws Exception {
        desk.parts().versioning().changes().begin();
        written();
        files.computeIfPresent(
                "salesforce/chat_conversation.yaml",
                (name, text) -> text.replace("{ from: identity.territory, max: 80 }", "{ default: North }"));
        Files.writeString(
                folder.resolve("mappings/salesforce/chat_conversation.yaml"),
                files.get("salesforce/chat_conversation.yaml"));
        desk.parts().versioning().changes().follow();
        desk.parts().versioning().changes().follow();

        JsonNode answer = ok(post(PATH, files));

        assertThat(answer.path("changed").intValue()).isEqualTo(1);
        assertThat(answer.at("/fields/0/field").textValue()).isEqualTo("Region__c");
        assertThat(answer.at("/fields/0/written").intValue()).isEqualTo(1);
        assertThat(answer.path("due").intValue()).isEqualTo(1);
        // The lead that Parley made is known by now, and a replay would bring that too; what the files ask for is no
        // part of it.
        assertThat(answer.at("/learnt/fields").findValuesAsText("field")).doesNotContain("Region__c");
    }

    @Test
    void whatTheCrmHasLearntSinceIsToldApart() throws Exception {
        desk.parts().versioning().changes().begin();
        written();
        desk.parts()
                .directory()
                .noteWritten(List.of(new OwnWrite(
                        "Contact",
                        "003000000000001AAA",
                        Map.of("Email", "c1@one.example", "FirstName", "Ann", "LastName", "Berg"))));

        JsonNode answer = ok(post(PATH, files));

        assertThat(answer.path("changed").intValue())
                .as("the files are the same")
                .isZero();
        assertThat(answer.path("due").intValue()).isEqualTo(1);
        assertThat(answer.at("/learnt/conversations").intValue()).isEqualTo(1);
        assertThat(answer.at("/learnt/fields").findValuesAsText("field")).contains("Contact__c");
    }

    /** A conversation that the CRM holds, by the files in force. */
    private void written() {
        Talk talk = new Talk("web", "c1");
        desk.parts()
                .conversations()
                .receive(List.of(
                        talk.event(
                                "chat.visitor.identified",
                                1,
                                "i",
                                "{'visitor':{'email':'c1@one.example','name':'Ann Berg'}}"),
                        talk.says("visitor", 2, "m", "Hello"),
                        talk.closed(3)));
        desk.parts().delivery().deliver();
        assertThat(desk.parts().due().waiting()).isZero();
    }

    @Test
    void itGoesPageByPage() throws Exception {
        says(IntStream.range(0, 201).mapToObj(i -> "c" + i).toArray(String[]::new));

        JsonNode first = ok(post(PATH, files));
        JsonNode second = ok(post(PATH + "?after=" + first.path("next").asLong(), files));

        assertThat(first.path("conversations").intValue()).isEqualTo(200);
        assertThat(second.path("conversations").intValue()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void brokenFilesAreSaidAtTheirPlace() throws Exception {
        files.put("salesforce/lead.yaml", "sobject: Lead\n");

        JsonNode problem = problem(post(PATH, files), 400);

        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/salesforce~1lead.yaml");
        assertThat(problem.at("/errors/0/detail").textValue()).contains("salesforce/lead.yaml:1:1 missing-key");
    }

    @Test
    void whatIsNoSetOfFilesIsSaid() throws Exception {
        for (String body : List.of("", "[]", "null", "{\"../../etc/passwd.yaml\":\"x\"}", "{\"a.yaml\":null}")) {
            HttpResponse<String> answer = desk.post(PATH, "application/json", body);

            assertThat(problem(answer, 400).path("detail").textValue()).contains("text of each mapping file");
        }
        assertThat(problem(post(PATH + "?after=x", files), 400).path("detail").textValue())
                .contains("'next'");
    }

    private void says(String... conversations) {
        for (String conversation : conversations) {
            desk.parts()
                    .conversations()
                    .receive(List.of(new Talk("web", conversation).says("visitor", 1, conversation, "Hello")));
        }
    }

    private HttpResponse<String> post(String path, Map<String, String> texts) throws Exception {
        return desk.post(path, "application/json", JSON.writeValueAsString(texts));
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
