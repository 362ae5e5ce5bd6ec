package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code classify} answers each line of a file. */
class ClassifyCommandTest {
    private static final Path MAPPINGS = Path.of("..", "mappings");

    @TempDir
    private Path folder;

    @Test
    void answersEachMessageByItself() throws IOException {
        List<JsonNode> answers = classify(
                0,
                """
                {"id": "a", "text": "Can I talk to a real person? Thanks!"}
                {"id": 2, "text": "hej", "lang": "sv"}

                {"id": "c", "text": "Would you like to talk to a human?", "role": "agent"}
                """);

        assertThat(answers).hasSize(3);
        JsonNode first = answers.get(0);
        assertThat(first.path("id").textValue()).isEqualTo("a");
        assertThat(first.path("wantsHuman").booleanValue()).isTrue();
        assertThat(first.at("/functions/0/name").textValue()).isEqualTo("wants-human");
        assertThat(first.at("/functions/0/confidence").doubleValue()).isBetween(0.5, 1.0);
        assertThat(first.at("/functions/0/evidence").textValue()).contains("Can I talk to a real person?");
        assertThat(first.path("socialPresence")).extracting(JsonNode::textValue).contains("interactive");
        assertThat(first.path("lang").textValue()).isEqualTo("en");
        assertThat(answers.get(1).path("id").intValue()).isEqualTo(2);
        assertThat(answers.get(1).path("lang").textValue()).isEqualTo("sv");
        assertThat(answers.get(2).path("functions")).isEmpty();
    }

    @Test
    void namesLinesThatAreNoMessagesAndAnswersTheOthers() throws IOException {
        List<JsonNode> answers = classify(
                1,
                """
                {"id": "a", "text": "agent please"}
                not json
                {"id": "c"}
                {"text": "hello"}
                {"id": "e", "text": "hello", "lang": 7}
                {"id": "f", "text": "agent please"}
                """);

        assertThat(answers).hasSize(6);
        assertThat(answers.get(1).path("line").intValue()).isEqualTo(2);
        assertThat(answers.get(1).path("error").textValue()).startsWith("no JSON");
        assertThat(answers.get(2).path("error").textValue()).isEqualTo("'text' is missing, or no text");
        assertThat(answers.get(3).path("error").textValue()).isEqualTo("'id' is missing");
        assertThat(answers.get(4).path("error").textValue()).contains("'lang'");
        assertThat(answers.get(5).path("wantsHuman").booleanValue()).isTrue();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Typed typed = parley("classify", "--in", folder.resolve("none.jsonl"), "--out", folder.resolve("out.jsonl"));

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("none.jsonl");
    }

    private List<JsonNode> classify(int exit, String lines) throws IOException {
        Path in = Files.writeString(folder.resolve("in.jsonl"), lines);
        Path out = folder.resolve("out.jsonl");
        Typed typed = parley("classify", "--in", in, "--out", out, "--mappings", MAPPINGS, "--words-only");
        assertThat(typed.exit()).as(typed.err()).isEqualTo(exit);
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            answers.add(new ObjectMapper().readTree(line));
        }
        return answers;
    }
}
