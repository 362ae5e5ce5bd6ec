package dev.parley.qualification;

import java.util.List;

/**
 * A conversation in few words, all of them said by those who took part.
 *
 * @param needs what the visitor needs
 * @param open what was asked and not answered
 * @param promised what the company's side said it would do
 * @param next what comes next, or null if nobody said: a meeting, else the last promise, else what the visitor said
 */
public record Brief(List<String> needs, List<String> open, List<String> promised, String next) {

    /** Most characters of a summary. */
    public static final int LONGEST = 600;

    private static final int LONGEST_SENTENCE = 150;

    public Brief {
        needs = List.copyOf(needs);
        open = List.copyOf(open);
        promised = List.copyOf(promised);
    }

    /** A line for each; null if there is no more to say than the visitor's first words. */
    public String summary() {
        if (needs.size() <= 1 && open.isEmpty() && promised.isEmpty() && next == null) {
            return null;
        }
        StringBuilder summary = new StringBuilder();
        line(
                summary,
                "Needs",
                needs.stream().filter(need -> !open.contains(need)).toList());
        line(summary, "Open", open);
        line(
                summary,
                "Promised",
                promised.stream().filter(promise -> !promise.equals(next)).toList());
        line(summary, "Next", next == null ? List.of() : List.of(next));
        return Sentence.cut(summary.toString().stripTrailing(), LONGEST);
    }

    private static void line(StringBuilder summary, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            summary.append(title)
                    .append(": ")
                    .append(String.join(
                            " / ",
                            sentences.stream()
                                    .map(sentence -> Sentence.cut(sentence, LONGEST_SENTENCE))
                                    .toList()))
                    .append('\n');
        }
    }
}
