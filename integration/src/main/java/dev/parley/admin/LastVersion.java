package dev.parley.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.parley.rehearsal.Comparison;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The last version of the mapping files that was applied, which the running server knows. */
final class LastVersion {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSIONS = "/v1/mappings/versions";
    private static final int TOO_MANY = 429;

    private final ServerClient server;

    private LastVersion(ServerClient server) {
        this.server = server;
    }

    /** As the server of these settings has it. */
    static LastVersion of(SettingsOption settings) {
        return new LastVersion(new ServerClient(settings.only("admin.token")));
    }

    /** Its files, by path. */
    Map<String, String> files() {
        JsonNode latest = applied(ask(() -> server.get(VERSIONS)).body()).path("number");
        Map<String, String> files = new TreeMap<>();
        ask(() -> server.get(VERSIONS + "/" + latest.asText()))
                .body()
                .path("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        return files;
    }

    /** One that was only saved is what is compared, not what it is compared with. */
    private static JsonNode applied(JsonNode versions) {
        for (JsonNode version : versions) {
            if (version.path("appliedAt").isTextual()) {
                return version;
            }
        }
        return versions.path(0);
    }

    /** What other files would change on the server's conversations: asked for page by page, of which each is small. */
    Comparison compare(Map<String, String> texts) {
        byte[] body = JSON.valueToTree(texts).toString().getBytes(StandardCharsets.UTF_8);
        Comparison all = page(body, null);
        try (Progress progress = Progress.of("conversations")) {
            while (all.next() != null) {
                progress.to(all.conversations(), -1);
                all = all.plus(page(body, all.next()));
            }
        }
        return all;
    }

    private Comparison page(byte[] body, Long after) {
        String path = "/v1/mappings/preview" + (after == null ? "" : "?after=" + after);
        ServerClient.Answer answer = ask(() -> server.post(path, "application/json", body));
        try {
            return JSON.treeToValue(answer.body(), Comparison.class);
        } catch (JsonProcessingException e) {
            throw new CommandFailed("The server answers in words of another version; use its own program.", e);
        }
    }

    /** One question to the server. */
    private interface Question {
        ServerClient.Answer ask();
    }

    private static ServerClient.Answer ask(Question question) {
        try {
            ServerClient.Answer answer = question.ask();
            while (answer.status() == TOO_MANY) {
                Uninterruptibles.sleepUninterruptibly(answer.retryAfter().orElse(Duration.ofSeconds(1)));
                answer = question.ask();
            }
            return answer.orThrow("The comparison");
        } catch (CommandFailed e) {
            throw new CommandFailed(
                    e.getMessage()
                            + "\nOnly the running server knows which version was last in force. Without it, leave"
                            + " out --against-last and give --events.",
                    e);
        }
    }
}
