package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes back what Parley wrote to the CRM since a time. */
@Command(
        name = "undo",
        description = "Puts the fields that Parley wrote since a time back to what they held before. What people have"
                + " changed since stays. Safe to repeat and to go on with after it broke off. " + UndoReport.HOLD,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all is put back that can be",
            "1:something is left for a person, such as records that Parley made, or it was called off",
            "2:misuse"
        })
final class UndoCommand implements Callable<Integer> {

    /** What is left as it is without anybody having to do anything. */
    private static final Set<String> WELL = Set.of("RESTORED", "AS_BEFORE", "CHANGED_SINCE");

    /** What undoing would do something about. */
    private static final Set<String> MOVED = Set.of("RESTORED", "BEING_WRITTEN");

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            converter = ReconcileCommand.Time.class,
            description = "From then on: 2026-01-31 (UTC) or 2026-01-31T12:00:00Z.")
    private Instant since;

    @Option(names = "--dry-run", description = "Only say what would become of each field.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        ServerClient client = new ServerClient(settings.only("admin.token"));
        if (dryRun || !yes) {
            ArrayNode steps = pages(client, true);
            new UndoReport(steps, true).print(output);
            if (dryRun) {
                return 0;
            }
            if (!canPutBack(steps)) {
                output.say("There is nothing to put back since " + since + ".");
                return exit(steps);
            }
            if (!agreed()) {
                output.say("Nothing was changed.");
                return Failures.EXIT_CODE;
            }
        }
        ArrayNode steps = pages(client, false);
        new UndoReport(steps, false).print(output);
        return exit(steps);
    }

    private static boolean canPutBack(ArrayNode steps) {
        return verdicts(steps).anyMatch(MOVED::contains);
    }

    private static int exit(ArrayNode steps) {
        return verdicts(steps).allMatch(WELL::contains) ? 0 : Failures.EXIT_CODE;
    }

    private static Stream<String> verdicts(ArrayNode steps) {
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step -> step.path("verdict").asText());
    }

    private ArrayNode pages(ServerClient client, boolean dry) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        String after = "";
        while (after != null) {
            JsonNode page = client.post("/v1/undo?since=" + since + "&dryRun=" + dry + "&after="
                            + URLEncoder.encode(after, StandardCharsets.UTF_8))
                    .orThrow("Undoing")
                    .body();
            page.path("steps").forEach(steps::add);
            if (page.path("stopped").isTextual()) {
                new UndoReport(steps, dry).print(output);
                throw new CommandFailed(page.path("stopped").asText() + " Run the same command again then.");
            }
            after = page.path("next").isTextual() ? page.path("next").asText() : null;
        }
        return steps;
    }

    private boolean agreed() {
        output.say("Put these fields back? Type 'yes':");
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            return "yes".equals(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
