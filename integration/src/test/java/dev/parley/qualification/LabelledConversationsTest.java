package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/**
 * How far judgements agree with a seller's. The labels of both sets were written before the program first read them;
 * the phrases were then bettered on the demo's set, so that only the other one tells how strangers fare.
 */
class LabelledConversationsTest {

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
    void theDemosConversationsAreSeenAsASellerSeesThem() {
        List<Labelled> demo = Labelled.demo();

        assertThat(demo).hasSizeGreaterThanOrEqualTo(60);
        assertThat(agreement(demo, STAGE)).as("stage").isGreaterThanOrEqualTo(0.97);
        assertThat(agreement(demo, BRIEF)).as("key sentence in the brief").isGreaterThanOrEqualTo(0.93);
        assertThat(agreement(demo, GRADE)).as("grade").isGreaterThanOrEqualTo(0.55);
        assertThat(agreement(demo, NEARLY)).as("grade, or the one beside it").isGreaterThanOrEqualTo(0.88);
        assertThat(agreement(english(demo), PURPOSE)).as("function").isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void thoseOfOtherCompaniesToo() {
        List<Labelled> held = Labelled.held();

        assertThat(held).hasSizeGreaterThanOrEqualTo(12);
        assertThat(agreement(held, STAGE)).as("stage").isGreaterThanOrEqualTo(0.9);
        assertThat(agreement(held, BRIEF)).as("key sentence in the brief").isGreaterThanOrEqualTo(0.9);
        assertThat(agreement(held, GRADE)).as("grade").isGreaterThanOrEqualTo(0.6);
        assertThat(agreement(held, NEARLY)).as("grade, or the one beside it").isGreaterThanOrEqualTo(0.9);
    }

    /** X is far from every other grade. */
    private static int rank(String grade) {
        return grade.equals("X") ? 10 : grade.charAt(0) - 'A';
    }

    private static List<Labelled> english(List<Labelled> all) {
        return all.stream()
                .filter(conversation -> conversation.id().matches("(web|wa|com)-.*"))
                .toList();
    }

    private static double agreement(List<Labelled> set, BiPredicate<Labelled, Assessment> agree) {
        List<String> otherwise = new ArrayList<>();
        for (Labelled conversation : set) {
            NoteTaker taker = new NoteTaker(Talk.SHIPPED);
            List<Note> notes = conversation.messages().stream()
                    .map(message -> Qualifier.heard(
                            message.id(), message.role(), message.at(), message.text(), Talk.LISTENER, null))
                    .map(taker::note)
                    .toList();
            if (!agree.test(conversation, new Assessor(Talk.SHIPPED).assess(notes, conversation.around()))) {
                otherwise.add(conversation.id());
            }
        }
        return 1 - otherwise.size() / (double) set.size();
    }
}
