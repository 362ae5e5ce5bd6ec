package dev.parley.benchmark.match;

import dev.parley.company.Decision;
import java.util.Arrays;

/** What was decided for the visitors of one trap. */
final class Tally {

    private int all;
    private int auto;
    private int wrongAuto;
    private int review;
    private int right;

    void add(Decision.Kind kind, boolean isRight) {
        all++;
        auto += kind == Decision.Kind.AUTO ? 1 : 0;
        wrongAuto += kind == Decision.Kind.AUTO && !isRight ? 1 : 0;
        review += kind == Decision.Kind.REVIEW ? 1 : 0;
        right += isRight ? 1 : 0;
    }

    /** The same, added up. */
    Tally plus(Tally other) {
        Tally sum = new Tally();
        sum.all = all + other.all;
        sum.auto = auto + other.auto;
        sum.wrongAuto = wrongAuto + other.wrongAuto;
        sum.review = review + other.review;
        sum.right = right + other.right;
        return sum;
    }

    static Tally read(String text) {
        int[] counts =
                Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        Tally tally = new Tally();
        tally.all = counts[0];
        tally.auto = counts[1];
        tally.wrongAuto = counts[2];
        tally.review = counts[3];
        tally.right = counts[4];
        return tally;
    }

    double autoPercent() {
        return 100.0 * auto / all;
    }

    /** Of those that were linked without asking. */
    double wrongPercent() {
        return auto == 0 ? 0 : 100.0 * wrongAuto / auto;
    }

    double reviewPercent() {
        return 100.0 * review / all;
    }

    /** How often the first candidate was not the right one. */
    double missedPercent() {
        return 100.0 * (all - right) / all;
    }

    @Override
    public String toString() {
        return all + " " + auto + " " + wrongAuto + " " + review + " " + right;
    }
}
