package dev.parley.identity;

import com.google.common.base.Ascii;
import dev.parley.identity.Identity.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the steps of one match have found so far. */
final class Findings {

    private static final int MOST = 20;
    private static final int LONGEST = 255;

    private final List<String> evidence = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Visitor visitor;
    private final PersonalKeys personal;
    private boolean review;

    /** A day as evidence names it: {@code 2026-11-23}, in UTC. */
    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    Findings(Visitor visitor, PersonalKeys personal) {
        this.visitor = visitor;
        this.personal = personal;
    }

    /** Notes what a step found. */
    void found(String finding) {
        if (evidence.size() < MOST) {
            evidence.add(Ascii.truncate(finding, LONGEST, "…"));
        }
    }

    /** Notes why a person should look. */
    void review(String reason) {
        found(Identity.ASKED + reason);
        review = true;
    }

    /** Notes a second or further record. */
    void link(Known record, String role, double confidence) {
        if (links.size() < MOST) {
            links.add(Link.to(record, role, confidence));
        }
        candidate(record, confidence);
    }

    /** Notes a record that may be meant; the first time it is noted counts. */
    void candidate(Known record, double confidence) {
        if (record != null && candidates.size() < MOST) {
            candidates.putIfAbsent(record.id(), Candidate.of(visitor, record, confidence, personal));
        }
    }

    boolean needsReview() {
        return review;
    }

    List<String> evidence() {
        return List.copyOf(evidence);
    }

    /** All that may be meant, the surest first. */
    List<Candidate> candidates() {
        return candidates.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::confidence)
                        .reversed()
                        .thenComparing(Candidate::id))
                .toList();
    }

    List<Link> links() {
        return List.copyOf(links);
    }
}
