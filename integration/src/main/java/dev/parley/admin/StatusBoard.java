package dev.parley.admin;

import dev.parley.conversation.Sources;
import dev.parley.delivery.Mode;
import dev.parley.delivery.VersionSummary;
import dev.parley.mapping.FilesInForce;
import dev.parley.mapping.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the server says of itself at a glance. */
final class StatusBoard {

    /** A source that has been silent for longer is not shown. */
    private static final Duration LATELY = Duration.ofDays(7);

    private final Parts parts;
    private final LaidAside laidAside;
    private final Sources sources;
    private final Function<String, Mode> modes;

    /** Over the server's parts, with the mode of each source. */
    StatusBoard(Parts parts, LaidAside laidAside, Sources sources, Function<String, Mode> modes) {
        this.parts = parts;
        this.laidAside = laidAside;
        this.sources = sources;
        this.modes = modes;
    }

    /**
     * How things stand.
     *
     * @param delivery to the CRM
     * @param mappings the files in force
     * @param sources those that sent something in the last seven days, by name
     */
    record Status(DeliveryStatus delivery, MappingStatus mappings, List<SourceStatus> sources) {}

    /**
     * Delivery.
     *
     * @param waiting conversations that are to be written, now or later
     * @param deadLetters records that were laid aside and deliveries that could not be read
     * @param trouble why nothing is delivered, or null if all is well
     */
    record DeliveryStatus(long waiting, long deadLetters, String trouble) {}

    /**
     * The mapping files.
     *
     * @param version of those in force
     * @param since when they were taken up
     * @param number of the version that they are; null before the first
     * @param appliedAt when they were applied, for what had been said before too; null if they only hold for what is
     *     said since
     * @param broken whether the folder holds others that cannot be used
     * @param findings what is wrong with those, a line each
     */
    record MappingStatus(
            String version, Instant since, Long number, Instant appliedAt, boolean broken, List<String> findings) {}

    /**
     * A source.
     *
     * @param name as in its events
     * @param mode how far Parley goes for it
     * @param lastEventAt when it last sent something
     */
    record SourceStatus(String name, String mode, Instant lastEventAt) {}

    /** How things stand now. */
    Status status() {
        return new Status(
                new DeliveryStatus(
                        parts.due().waiting(),
                        laidAside.count(),
                        parts.delivery().trouble().orElse(null)),
                mappings(parts.mappings().state()),
                sources.heardWithin(LATELY).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(source -> new SourceStatus(
                                source.getKey(),
                                modes.apply(source.getKey()).name().toLowerCase(Locale.ROOT),
                                source.getValue()))
                        .toList());
    }

    private MappingStatus mappings(FilesInForce.State files) {
        Optional<VersionSummary> version =
                parts.versioning().versions().list().stream().findFirst();
        return new MappingStatus(
                files.version(),
                files.since(),
                version.map(VersionSummary::number).orElse(null),
                version.map(VersionSummary::appliedAt).orElse(null),
                files.broken(),
                files.findings().stream().map(Finding::toString).toList());
    }
}
