package dev.parley.qualification;

import java.util.List;

/**
 * How promising a conversation is.
 *
 * @param points from 0 to 100
 * @param grade {@code A} to {@code D}, or {@code X} if it is disqualified
 * @param reasons all that counted, in the order of the file; a disqualifier comes first
 */
public record Score(int points, String grade, List<Reason> reasons) {

    public Score {
        reasons = List.copyOf(reasons);
    }

    /**
     * What counted.
     *
     * @param name as the file has it
     * @param points what it added or took away
     * @param evidence what it rests on
     */
    public record Reason(String name, int points, List<Evidence> evidence) {

        public Reason {
            evidence = List.copyOf(evidence);
        }

        /** One line for people: {@code +15 has a budget: “…” (message m3)}. */
        @Override
        public String toString() {
            String shown = evidence.stream()
                    .filter(found -> found.message() != null)
                    .findFirst()
                    .or(() -> evidence.stream().findFirst())
                    .map(found -> found.quote() == null
                            ? ": " + found.what()
                            : ": “" + found.quote() + "” (message " + found.message() + ")")
                    .orElse("");
            return "%+d %s%s".formatted(points, name, shown);
        }
    }
}
