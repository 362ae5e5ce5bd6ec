package dev.parley.identity;

import com.google.common.base.Ascii;
import dev.parley.identity.Identity.Link;
import java.util.ArrayList;
import java.util.List;

/** What the steps of one match have found so far. */
final class Findings {

    private static final int MOST = 20;
    private static final int LONGEST = 255;

    private final List<String> evidence = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private boolean review;

    /** Notes what a step found. */
    void found(String finding) {
        if (evidence.size() < MOST) {
            evidence.add(Ascii.truncate(finding, LONGEST, "…"));
        }
    }

    /** Notes why a person should look. */
    void review(String reason) {
        found("Review: " + reason);
        review = true;
    }

    /** Notes a second or further record. */
    void link(Known record, String role, double confidence) {
        if (links.size() < MOST) {
            links.add(Link.to(record, role, confidence));
        }
    }

    boolean needsReview() {
        return review;
    }

    List<String> evidence() {
        return List.copyOf(evidence);
    }

    List<Link> links() {
        return List.copyOf(links);
    }
}
