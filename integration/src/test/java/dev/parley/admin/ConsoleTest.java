package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Talk;
import dev.parley.mapping.FilesInForce;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin opens the pages in a browser. */
class ConsoleTest {

    @TempDir
    Path folder;

    private StaffedDesk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new StaffedDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/",
                "/console/console.js",
                "/console/reviews.js",
                "/console/console.css",
                "/console/words.js"
            })
    void thePagesNeedNoTokenAndRunNothingFromElsewhere(String path) throws Exception {
        HttpResponse<String> page = desk.send("GET", path, null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/"})
    void whoLeavesTheEndOutIsLedThere(String path) throws Exception {
        HttpResponse<String> answer = desk.send("GET", path, null);

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location")).contains("/console/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/../Parley.class", "/console/..%2fParley.class", "/console/index.html.bak"})
    void nothingElseOfTheProgramIsServed(String path) throws Exception {
        assertThat(desk.send("GET", path, null).statusCode()).isEqualTo(404);
    }

    @Test
    void theStatusSaysWhatWaitsAndWhoSends() throws Exception {
        Talk talk = new Talk("web", "c1");
        desk.inbox().receive(List.of(talk.started(0), talk.says("visitor", 5, "m1", "Hello")));

        JsonNode status = new ObjectMapper().readTree(desk.get("/v1/status").body());

        assertThat(status.at("/delivery/waiting").asInt()).isEqualTo(1);
        assertThat(status.at("/mappings/broken").asBoolean()).isFalse();
        assertThat(status.at("/mappings/version").asText()).hasSize(64);
        assertThat(status.at("/mappings/appliedAt").isNull())
                .as("nobody has applied them")
                .isTrue();
        assertThat(status.at("/sources/0/name").asText()).isEqualTo("web");
        assertThat(status.at("/sources/0/mode").asText()).isEqualTo("create");
    }

    @Test
    void aSavedFileThatIsBrokenIsShownWithWhatIsWrong() throws Exception {
        Path lead = folder.resolve("mappings/salesforce/lead.yaml");
        Files.writeString(lead, Files.readString(lead).replace("visitor.title", "visitor.tittle"));
        FilesInForce files = desk.parts().mappings();
        // What stood there at one look and still at the next is whole.
        files.reload((mappings, texts) -> {});
        files.reload((mappings, texts) -> {});

        JsonNode status = new ObjectMapper().readTree(desk.get("/v1/status").body());
        assertThat(status.at("/mappings/broken").asBoolean()).isTrue();
        assertThat(status.at("/mappings/findings/0").asText())
                .startsWith("salesforce/lead.yaml:")
                .contains("visitor.tittle");
        JsonNode state = new ObjectMapper().readTree(desk.get("/v1/mappings").body());
        assertThat(state.path("broken").asBoolean()).isTrue();
        assertThat(state.path("findings")).isEqualTo(status.at("/mappings/findings"));
    }

    @Test
    void everyWordOfThePagesIsThereInEveryLanguage() throws Exception {
        Set<String> used = new TreeSet<>(words("index.html", "data-word=\"(\\w+)\""));
        used.addAll(words("console.js", "word\\('(\\w+)'\\)"));
        used.addAll(words("reviews.js", "word\\('(\\w+)'\\)"));
        String[] languages = file("words.js").split("\n  [a-z]{2}: \\{");

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(Arrays.stream(languages).skip(1)).hasSize(5).allSatisfy(language -> assertThat(
                        words(language, Pattern.compile("(\\w+): '")))
                .containsAll(used));
    }

    private static Set<String> words(String file, String pattern) throws Exception {
        return words(file(file), Pattern.compile(pattern));
    }

    private static Set<String> words(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String file(String name) throws Exception {
        try (var file = ConsoleRoutes.class.getResourceAsStream("console/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
