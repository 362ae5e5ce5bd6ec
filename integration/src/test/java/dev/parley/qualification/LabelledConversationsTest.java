package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How far judgements agree with a seller's. The labels were written before the program first read the texts. Points of
 * the reasons were chosen on every second conversation. The others had been read too before the halves were parted, so
 * only talk from elsewhere tells how strangers fare.
 */
class LabelledConversationsTest {

    /** All of them have ended. */
    private static final dev.parley.talk.Talk AFTERWARDS = Talk.LISTENER.withMeanings();

    private static final BiPredicate<Labelled, Assessment> STAGE =
            (seller, own) -> own.stage().name().equals(seller.stage());
    private static final BiPredicate<Labelled, Assessment> GRADE =
            (seller, own) -> own.score().grade().equals(seller.grade());
    private static final BiPredicate<Labelled, Assessment> NEARLY =
            (seller, own) -> Math.abs(rank(seller.grade()) - rank(own.score().grade())) <= 1;
    private static final BiPredicate<Labelled, Assessment> PURPOSE =
            (seller, own) -> own.functions().isEmpty()
                    ? seller.functions().isEmpty()
                    : seller.functions().contains(own.functions().get(0).name());
    private static final BiPredicate<Labelled, Assessment> BRIEF =
            (seller, own) -> String.join("\n", own.brief().needs()).contains(seller.key());

    @Test
    void conversationsAreSeenAsASellerSeesThem() {
        List<Labelled> all = new ArrayList<>(Labelled.demo());
        all.addAll(Labelled.held());
        List<Labelled> tuned = every(2, 0, all);
        List<Labelled> others = every(2, 1, all);

        assertThat(all).hasSizeGreaterThanOrEqualTo(70);
        agree(tuned, "the half that the reasons were tuned on", 0.97, 0.97, 0.64, 0.94, 0.70);
        agree(others, "the other half", 0.97, 0.97, 0.54, 0.88, 0.66);
    }

    private static List<Labelled> every(int step, int first, List<Labelled> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % step == first)
                .mapToObj(all::get)
                .toList();
    }

    private static void agree(
            List<Labelled> set, String name, double stage, double brief, double grade, double near, double purpose) {
        System.out.println(name + ", " + set.size() + " conversations:");
        assertThat(agreement(set, STAGE, "stage")).isGreaterThanOrEqualTo(stage);
        assertThat(agreement(set, BRIEF, "key sentence in the brief")).isGreaterThanOrEqualTo(brief);
        assertThat(agreement(set, GRADE, "grade")).isGreaterThanOrEqualTo(grade);
        assertThat(agreement(set, NEARLY, "grade, or the one beside it")).isGreaterThanOrEqualTo(near);
        assertThat(agreement(set, PURPOSE, "primary function")).isGreaterThanOrEqualTo(purpose);
    }

    /** X is far from every other grade. */
    private static int rank(String grade) {
        return grade.equals("X") ? 10 : grade.charAt(0) - 'A';
    }

    private static double agreement(List<Labelled> set, BiPredicate<Labelled, Assessment> agree, String what) {
        List<String> otherwise = new ArrayList<>();
        for (Labelled conversation : set) {
            NoteTaker taker = new NoteTaker(Talk.SHIPPED);
            List<Note> notes = conversation.messages().stream()
                    .map(message -> Qualifier.heard(
                            message.id(), message.role(), message.at(), message.text(), AFTERWARDS, null))
                    .map(taker::note)
                    .toList();
            if (!agree.test(conversation, new Assessor(Talk.SHIPPED).assess(notes, conversation.around()))) {
                otherwise.add(conversation.id());
            }
        }
        double share = 1 - otherwise.size() / (double) set.size();
        System.out.printf(Locale.ROOT, "  %s: %.0f %% %s%n", what, 100 * share, otherwise);
        return share;
    }
}
