package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin runs the tests beside the mapping files. */
class MappingsTestTest {

    @TempDir
    Path mappings;

    @Test
    void theShippedFilesPassTheirs() {
        Typed typed = parley("mappings", "test", "../mappings", "--file", "contact.test.yaml");

        assertThat(typed.exit()).isZero();
        assertThat(typed.out())
                .contains(
                        "salesforce/contact.test.yaml:3   a contact gets what it lacks",
                        "5 tests: 5 passed, 0 failed.");
    }

    @Test
    void aFailureIsShownAtItsLine() throws IOException {
        write("ann", "Lea");

        Typed typed = parley("mappings", "test", mappings);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out())
                .contains("FAIL", "1 test: 0 passed, 1 failed.")
                .contains("salesforce/ann.test.yaml:4:", "Chat_X__c.Name__c differs", "\"Lea\"", "\"Ann\"")
                .contains("(from salesforce/ann.yaml:4:");
    }

    @Test
    void programsGetItAsJson() throws IOException {
        write("ann", "Lea");

        Typed typed = parley("mappings", "test", mappings, "--json");

        JsonNode test = new ObjectMapper().readTree(typed.out()).get(0);
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(test.path("passed").asBoolean()).isFalse();
        assertThat(test.at("/mismatches/0/got").textValue()).isEqualTo("\"Ann\"");
        assertThat(test.at("/mismatches/0/line").intValue()).isEqualTo(4);
        assertThat(test.at("/mismatches/0/from/file").textValue()).isEqualTo("salesforce/ann.yaml");
    }

    @Test
    void noTestAtAllIsNoSuccess() throws IOException {
        write("ann", "Ann");

        Typed typed = parley("mappings", "test", mappings, "--file", "bob.test.yaml");

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("There is no test in", "whose file is 'bob.test.yaml'");
        assertThat(parley("mappings", "test", mappings, "--file", "salesforce/a*")
                        .exit())
                .isZero();
    }

    @Test
    void brokenFilesAreSaidAsCheckSaysThem() throws IOException {
        write("ann", "Ann");
        Files.writeString(mappings.resolve("salesforce/ann.yaml"), "sobject: Chat_X__c\n");

        Typed typed = parley("mappings", "test", mappings);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("salesforce/ann.yaml:1:1 missing-key: 'fields' is missing");
    }

    @Test
    void aFolderThatIsNotThereIsMisuse() {
        assertThat(parley("mappings", "test", mappings.resolve("nowhere")).exit())
                .isEqualTo(2);
    }

    private void write(String name, String expected) throws IOException {
        Files.createDirectories(mappings.resolve("salesforce"));
        Files.writeString(
                mappings.resolve("salesforce/" + name + ".yaml"),
                "sobject: Chat_X__c\nexternalId: Key__c\nkey: conversation.id\nfields: { Name__c: visitor.name }\n");
        Files.writeString(
                mappings.resolve("salesforce/" + name + ".test.yaml"),
                """
                tests:
                  - name: Ann is named
                    events: [ { type: chat.callback.requested, data: { phone: "1" } }, { type: chat.form.submitted, data: { answers: { name: Ann } } } ]
                    expect: { Chat_X__c: [ { Name__c: %s } ] }
                """
                        .formatted(expected));
    }
}
