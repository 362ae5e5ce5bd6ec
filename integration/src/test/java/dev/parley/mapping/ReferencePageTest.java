package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference shows each kind of file by an example that works. */
class ReferencePageTest {

    private static final String PAGE = ReferencePage.markdown();
    private static final String RECORD =
            """
            sobject: Chat_X__c
            externalId: Key__c
            key: conversation.id
            fields: { Subject__c: conversation.summary }
            """;

    static Stream<String> kinds() {
        try (Stream<Path> schemas = Files.list(Path.of("../mappings/schema"))) {
            return schemas.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindHasAWorkedExample(String schema) {
        String description = Schemas.read(schema).path("description").asText();
        String section = PAGE.substring(PAGE.indexOf(description));

        assertThat(description).isNotBlank();
        assertThat(section.substring(0, Math.max(0, section.indexOf("\n## ")))).contains("A worked example, `");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signals/en.yaml", "functions/en.yaml", "presence/en.yaml"})
    void shortExamplesAreWithoutFault(String name) {
        String text = Schemas.text("examples/" + name);

        assertThat(MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD, name, text))
                        .findings())
                .isEmpty();
    }

    @Test
    void theDossierFitsItsSchema() throws IOException {
        assertThat(Schemas.of("dossier").validate(Dossiers.newVisitor()))
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
    }
}
