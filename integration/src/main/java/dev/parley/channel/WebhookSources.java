package dev.parley.channel;

import dev.parley.mapping.SourceMapping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.Body;

/** The sources that there are files for: their secrets, and how much each may send. */
final class WebhookSources {

    private final Webhooks webhooks;
    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, RateLimit> rates = new ConcurrentHashMap<>();

    WebhookSources(Webhooks webhooks, int perMinute, LongSupplier nanoTime) {
        this.webhooks = webhooks;
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    /**
     * The file of the source that a call names.
     *
     * @throws ProblemException 404 if there is none
     */
    public SourceMapping find(@Body WebhookCall call) {
        return find(call.source());
    }

    SourceMapping find(String name) {
        return webhooks.mappings().get().source(name).orElseThrow(() -> unknown(name));
    }

    /**
     * The source's secret.
     *
     * @throws ProblemException 403 if none is set: nothing is taken on trust
     */
    byte[] secret(SourceMapping source) {
        return webhooks.secrets()
                .apply(source.name())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> Problem.of(
                                403,
                                "No secret is set for the source '" + source.name() + "', so nothing is taken from it."
                                        + " Set source." + source.name() + ".secret to the secret that "
                                        + source.service() + " shows or was given.")
                        .exception());
    }

    /**
     * Lets a source that has not sent too much go on.
     *
     * @throws ProblemException 429 with the time to wait
     */
    void admit(SourceMapping source) {
        Duration delay = rate(source).delay();
        if (!delay.isZero()) {
            throw Problem.tooMany("This source has sent more than it may; wait and send it again.", delay)
                    .exception();
        }
    }

    /** Counts a delivery that proved to come from the source: nobody else can use up what it may send. */
    void count(SourceMapping source) {
        rate(source).count(1);
    }

    private RateLimit rate(SourceMapping source) {
        return rates.computeIfAbsent(source.name(), name -> new RateLimit(perMinute, nanoTime));
    }

    private static ProblemException unknown(String name) {
        String file = name.matches("[a-z0-9-]{1,79}") ? name : "{name}";
        return Problem.of(
                        404,
                        "There is no source file of this name, so nobody knows how to read what is sent here. Look for"
                                + " the name's spelling in the address; or write mappings/sources/" + file
                                + ".yaml ('mappings init --source " + file + "' makes a commented start), set source."
                                + file + ".secret, and check it with 'mappings check'.")
                .exception();
    }
}
