package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin maps a name into a field that is too short for it, reads why the org refused it, and mends the line. */
class RefusalStoriesTest {

    private static final String GUARDED = "FirstName: { from: visitor.firstName, max: 40 }";
    private static final String CARELESS = "FirstName: { from: visitor.firstName }";

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private static Path mappings;

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @BeforeAll
    static void aCarelessMapping() throws IOException {
        mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        write(GUARDED, CARELESS);
        PARLEY.plugin().restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    @Test
    void aRefusedLeadIsLaidAsideWithTheOrgsWordsAndTheMappingLineAndMendedInThatLine() throws Exception {
        Chat bad = visitor("long", "Nebuchadnezzar".repeat(4) + " Chaldean");
        Chat good = visitor("short", "Ann Berg");
        chats.tell(bad, good);

        assertThat(org.count("Lead WHERE Email = 'short@names.example'")).isEqualTo(1);
        assertThat(org.count("Lead WHERE Email = 'long@names.example'")).isZero();
        assertThat(Transcript.texts(org, bad))
                .as("the conversation stands without its lead")
                .containsExactly("Hello");
        JsonNode letter = letter(bad);
        assertThat(letter.path("code").asText()).isEqualTo("STRING_TOO_LONG");
        assertThat(letter.path("message").asText()).contains("First Name", "max length=40");
        assertThat(letter.path("place").asText()).matches("(?s).*lead\\.yaml:" + line() + "(:\\d+)?");
        assertThat(PARLEY.plugin().command("dead-letters", "list").output())
                .contains("STRING_TOO_LONG", letter.path("id").asText());

        write(CARELESS, GUARDED);
        PARLEY.plugin().restart();
        Plugin.Ended replayed = PARLEY.plugin().command("dead-letters", "replay");
        assertThat(replayed.status()).as(replayed.output()).isZero();
        chats.awaitDelivery(bad);

        assertThat(chats.deadLetters(bad)).isEmpty();
        assertThat(org.one("SELECT Lead__r.Email FROM Chat_Conversation__c WHERE External_Id__c = 'site:long'")
                        .at("/Lead__r/Email")
                        .asText())
                .isEqualTo("long@names.example");
    }

    private static Chat visitor(String id, String name) {
        return Chat.of(id)
                .started(Map.of("name", name, "email", id + "@names.example"))
                .visitor("Hello")
                .closed();
    }

    private JsonNode letter(Chat chat) {
        List<JsonNode> letters = chats.deadLetters(chat);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private static int line() throws IOException {
        List<String> lines = Files.readAllLines(mappings.resolve("salesforce/lead.yaml"));
        return 1 + lines.indexOf("  " + CARELESS);
    }

    private static void write(String before, String after) throws IOException {
        Path lead = mappings.resolve("salesforce/lead.yaml");
        assertThat(Files.readString(lead)).contains(before);
        Files.writeString(lead, Files.readString(lead).replace(before, after));
    }
}
