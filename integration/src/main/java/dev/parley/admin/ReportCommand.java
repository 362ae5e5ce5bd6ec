package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Ascii;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Figures over conversations, of the running server. */
@Command(
        name = "report",
        description = "Figures over conversations: how they are talked in, and what the bot could not do.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ReportCommand {

    /** From when on. */
    static final class From {
        @Option(
                names = "--since",
                paramLabel = "TIME",
                converter = ReconcileCommand.Time.class,
                description =
                        "Conversations that were spoken in from then on: 2026-01-31 (UTC) or 2026-01-31T12:00:00Z;"
                                + " the last 90 days if left out.")
        private Instant since;

        String query() {
            return since == null ? "" : "?since=" + since;
        }
    }

    @Command(
            name = "presence",
            description = "How agents talk with visitors, for coaching: teams of five and more, by the stage of the"
                    + " relationship, in whole weeks (UTC) from that of --since on. Off until report.presence=true.",
            mixinStandardHelpOptions = true)
    int presence(
            @Mixin SettingsOption settings,
            @Mixin Output output,
            @Mixin From from,
            @Option(
                            names = "--agents",
                            paramLabel = "FILE",
                            description = "Single agents, for whom report.reader.{name} names; the file holds their"
                                    + " token. No further back than report.agents.")
                    Path token) {
        if (token == null) {
            JsonNode report = asked(new ServerClient(settings.only("admin.token")), "presence", from);
            output.print(ReportTables.teams(report), report);
            legend(report, output);
            output.say("Whole weeks from " + day(report, "since") + " up to " + day(report, "until")
                    + " (UTC); the running one counts when it is over.");
            report.path("withheld")
                    .forEach(withheld -> output.say("Not shown: "
                            + withheld.path("team").asText() + ", "
                            + withheld.path("stage").asText() + ", "
                            + Counted.of(withheld.path("weeks").asLong(), "week") + " ("
                            + withheld.path("why").asText() + ")."));
            return end(report, output);
        }
        JsonNode report = asked(ServerClient.with(settings.only(), token(token)), "presence/agents", from);
        output.print(ReportTables.agents(report), report);
        legend(report, output);
        return end(report, output);
    }

    @Command(
            name = "bot",
            description = "What the bot could not do or passed on, as proposals for its menu, with sentences that"
                    + " visitors said.",
            mixinStandardHelpOptions = true)
    int bot(@Mixin SettingsOption settings, @Mixin Output output, @Mixin From from) {
        JsonNode report = asked(new ServerClient(settings.only("admin.token")), "bot", from);
        output.print(ReportTables.proposals(report), report);
        output.say("Of " + Counted.of(report.path("conversations").asLong(), "conversation") + " with a bot "
                + report.path("given").asLong() + " were more than it could do.");
        return end(report, output);
    }

    private static void legend(JsonNode report, Output output) {
        if (!report.path("rows").isEmpty()) {
            output.say(ReportTables.LEGEND);
        }
    }

    private static String day(JsonNode report, String time) {
        return Ascii.truncate(report.path(time).asText(), "2026-01-31".length(), "");
    }

    private static JsonNode asked(ServerClient client, String report, From from) {
        ServerClient.Answer answer = client.get("/v1/reports/" + report + from.query());
        if (answer.status() == 401) {
            throw new CommandFailed("The report failed: " + answer.problem());
        }
        return answer.orThrow("The report").body();
    }

    private static int end(JsonNode report, Output output) {
        if (!report.path("complete").asBoolean()) {
            output.say("There are more conversations than one report looks at: name a later --since.");
            return Failures.EXIT_CODE;
        }
        if (report.path("rows").isEmpty()) {
            output.say("Nothing to report.");
        }
        return 0;
    }

    private static String token(Path file) {
        try {
            return Ascii.truncate(Files.readString(file).strip(), 1000, "");
        } catch (IOException e) {
            throw new CommandFailed("The token cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }
}
