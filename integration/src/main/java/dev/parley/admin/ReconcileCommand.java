package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Asks the server to prove that the CRM holds what the store says. */
@Command(
        name = "reconcile",
        description = "Proves that the CRM holds what the chat services said; prints what differs.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Only conversations that grew since then: 2026-01-31 (UTC) or 2026-01-31T12:00:00Z.")
    private Instant since;

    @Option(names = "--repair", description = "Write again what differs.")
    private boolean repair;

    @Override
    public Integer call() {
        String query = "?repair=" + repair
                + (since == null ? "" : "&since=" + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8));
        JsonNode proof = new ServerClient(settings.only("admin.token"))
                .post("/v1/reconcile" + query)
                .orThrow("Reconciling")
                .body();
        Table table = new Table("conversation", "what", "crm", "store");
        for (JsonNode difference : proof.path("differences")) {
            table.row(
                    difference.path("conversation").asText(),
                    difference.path("what").asText(),
                    difference.path("crm").asText(""),
                    difference.path("store").asText(""));
        }
        return report(table, proof);
    }

    private int report(Table table, JsonNode proof) {
        output.print(table, proof);
        int differ = proof.path("differences").size();
        output.say(Counted.of(proof.path("checked").asLong(), "conversation") + " checked, "
                + proof.path("waiting").asLong() + " not written yet, "
                + proof.path("leftOut").asLong() + " not meant for the CRM; "
                + (differ == 0 ? "none differs." : Counted.of(differ, "difference") + (repair ? ", due again." : ".")));
        return differ == 0 ? 0 : Failures.EXIT_CODE;
    }

    /** A day or a moment. */
    static final class Time implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time such as 2026-01-31 or 2026-01-31T12:00:00Z");
            }
        }
    }
}
