package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What was laid aside: what it is, and what shall become of it. */
@Command(
        name = "dead-letters",
        description = "Records that the CRM refused and deliveries that could not be read, laid aside with the reason.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DeadLettersCommand {

    private static final String PATH = "/v1/dead-letters";

    @Command(name = "list", description = "Lists them.", mixinStandardHelpOptions = true)
    int list(@Mixin SettingsOption settings, @Mixin Output output) {
        JsonNode letters = client(settings).get(PATH).orThrow("The list").body();
        Table table = new Table("id", "at", "conversation", "record", "what the CRM says", "place");
        for (JsonNode letter : letters) {
            table.row(
                    letter.path("id").asText(),
                    toTheSecond(letter.path("at").asText()),
                    conversation(letter),
                    (letter.path("sobject").asText("") + " "
                                    + letter.path("key").asText())
                            .strip(),
                    letter.path("code").asText() + ": " + letter.path("message").asText(),
                    letter.path("place").asText(""));
        }
        output.print(table, letters);
        if (table.isEmpty()) {
            output.say("There is no dead letter.");
        }
        return 0;
    }

    @Command(
            name = "replay",
            description = "Tries them again: those named, or all of them.",
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin SettingsOption settings,
            @Mixin Output output,
            @Parameters(paramLabel = "ID", arity = "0..*") List<String> ids) {
        ServerClient client = client(settings);
        return act(client, output, "replay", ids == null || ids.isEmpty() ? all(client) : ids);
    }

    @Command(
            name = "discard",
            description =
                    "Lets a record stay undone for good, while its conversation's other records go on; forgets a delivery.",
            mixinStandardHelpOptions = true)
    int discard(@Mixin SettingsOption settings, @Mixin Output output, @Parameters(paramLabel = "ID") String id) {
        return act(client(settings), output, "discard", List.of(id));
    }

    private static int act(ServerClient client, Output output, String verb, List<String> ids) {
        Table table = new Table("id", "outcome");
        boolean well = true;
        for (String id : ids) {
            String path = PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/" + verb;
            ServerClient.Answer answer = client.post(path);
            well &= answer.isWell();
            table.row(
                    id,
                    answer.isWell() ? (verb.equals("replay") ? done(answer.body()) : "discarded") : answer.problem());
        }
        output.print(table);
        return well ? 0 : Failures.EXIT_CODE;
    }

    /** Date and time apart, so that a narrow column can break between them. */
    private static String toTheSecond(String instant) {
        return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }

    private static String done(JsonNode letter) {
        return letter.has("source") ? "read" : "due again";
    }

    /** A delivery that could not be read belongs to no conversation yet. */
    private static String conversation(JsonNode letter) {
        JsonNode key = letter.path("conversation");
        return letter.has("source")
                ? letter.path("source").asText()
                : key.path("source").asText() + ":" + key.path("id").asText();
    }

    private static List<String> all(ServerClient client) {
        List<String> ids = new ArrayList<>();
        client.get(PATH)
                .orThrow("The list")
                .body()
                .forEach(letter -> ids.add(letter.path("id").asText()));
        return ids;
    }

    private static ServerClient client(SettingsOption settings) {
        return new ServerClient(settings.only("admin.token"));
    }
}
