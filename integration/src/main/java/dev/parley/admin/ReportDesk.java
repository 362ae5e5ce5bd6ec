package dev.parley.admin;

import dev.parley.channel.Problem;
import dev.parley.mapping.MappingSet;
import dev.parley.report.BotReport;
import dev.parley.report.Hearing;
import dev.parley.report.PresenceReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with figures over conversations, reckoned when they are asked for; one report at a time. */
public final class ReportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDesk.class);
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LATER = Duration.ofMinutes(1);

    private final PresenceReport presence;
    private final BotReport bot;
    private final Supplier<MappingSet> mappings;
    private final boolean enabled;
    private final Duration agents;
    private final ReportReaders readers;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    private ReportDesk(Hearing hearing, Supplier<MappingSet> mappings, Settings settings, Clock clock) {
        this.presence = new PresenceReport(hearing);
        this.bot = new BotReport(hearing, mappings);
        this.mappings = mappings;
        this.enabled = settings.flag("report.presence");
        this.agents = settings.duration("report.agents");
        this.readers = ReportReaders.of(settings);
        this.clock = clock;
    }

    static ReportDesk of(Parts parts, Settings settings, Clock clock) {
        Hearing hearing = new Hearing(
                parts.due(), parts.planner().alone(), parts.qualifier().alone(), parts.mappings());
        return new ReportDesk(hearing, parts.mappings(), settings, clock);
    }

    /** {@code GET /v1/reports/presence}: by whole weeks. */
    public String presence(@Header("since") String since) {
        requireAgreement();
        requireJudging();
        Instant from = time(since);
        return one(() -> JsonAnswer.of(presence.teams(from, clock.instant())));
    }

    /** Lets in who may see figures of single agents. */
    public void admitReader(@Header("Authorization") String authorization) {
        requireAgreement();
        if (readers.isEmpty()) {
            throw Problem.of(
                            403,
                            "Figures of single agents are for nobody here: report.reader.{name} gives somebody a token"
                                    + " for them.")
                    .exception();
        }
        String reader = readers.reader(authorization).orElseThrow(() -> Problem.of(
                        401,
                        "Figures of single agents are for those whom report.reader.{name} names: send that"
                                + " token as 'Authorization: Bearer …'. The admin's does not open them.")
                .exception());
        LOG.info("Figures of single agents are shown to {}", reader);
    }

    /** {@code GET /v1/reports/presence/agents}: never further back than the setting allows. */
    public String presenceOfAgents(@Header("since") String since) {
        requireJudging();
        Instant earliest = clock.instant().minus(agents);
        Instant from = since == null ? earliest : time(since);
        return one(() -> JsonAnswer.of(presence.agents(from.isBefore(earliest) ? earliest : from)));
    }

    /** {@code GET /v1/reports/bot}. */
    public String bot(@Header("since") String since) {
        requireJudging();
        Instant from = time(since);
        return one(() -> JsonAnswer.of(bot.of(from)));
    }

    /** Whoever asks meanwhile is not kept waiting: a report may take minutes, and threads are for events. */
    private String one(Supplier<String> report) {
        if (!turn.tryAcquire()) {
            throw Problem.tooMany("Another report is being reckoned: ask again when it is done.", LATER)
                    .exception();
        }
        try {
            return report.get();
        } finally {
            turn.release();
        }
    }

    private void requireAgreement() {
        if (!enabled) {
            throw Problem.of(
                            403,
                            "Figures on how agents talk are turned off. Where those who represent the employees have"
                                    + " agreed, report.presence=true turns them on.")
                    .exception();
        }
    }

    private void requireJudging() {
        if (!mappings.get().qualification().enabled()) {
            throw Problem.of(409, "Conversations are not judged: mappings/qualification.yaml is not there.")
                    .exception();
        }
    }

    private Instant time(String since) {
        return since == null ? clock.instant().minus(USUAL) : Since.of(since);
    }
}
