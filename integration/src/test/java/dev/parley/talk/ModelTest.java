package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model learns from phrases alone, always the same, and knows how sure it may be. */
class ModelTest {
    private static final List<String> COLOURS =
            List.of("red", "blue", "green", "grey", "white", "black", "brown", "pink");

    @Test
    void tellsApartWhatItLearnedAndWhatOnlyLooksSo() {
        Model model = Model.train(examples(), Features.SIZE, 3, 12, 0.35);

        double[] order = model.confidences(Features.of("please order a violet chair"));
        double[] counter = model.confidences(Features.of("the violet chair is out of order"));
        assertThat(order[0]).isGreaterThan(0.6);
        assertThat(counter[0]).isLessThan(0.3);
    }

    @Test
    void learnsTheSameFromTheSame() {
        Sparse sentence = Features.of("order the grey table");

        assertThat(Model.train(examples(), Features.SIZE, 3, 12, 0.35).confidences(sentence))
                .containsExactly(
                        Model.train(examples(), Features.SIZE, 3, 12, 0.35).confidences(sentence));
    }

    @Test
    void confidenceIsTheShareOfRightAnswers() {
        double[][] said = new double[200][];
        int[] truth = new int[200];
        for (int i = 0; i < said.length; i++) {
            boolean bold = i % 2 == 0;
            said[i] = new double[] {bold ? 0.999 : 0.001, bold ? 0.001 : 0.999};
            truth[i] = i % 4 == 0 ? 0 : 1;
        }

        Calibration calibration = Calibration.fit(said, truth, 2);

        assertThat(calibration.apply(0, 0.999)).isCloseTo(0.5, within(0.1));
        assertThat(calibration.apply(0, 0.001)).isLessThan(0.1);
    }

    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String colour : COLOURS) {
            examples.add(new Example(Features.of("please order a " + colour + " chair"), 0, true));
            examples.add(new Example(Features.of("order the " + colour + " table for us"), 0, true));
            examples.add(new Example(Features.of("the " + colour + " one is out of order"), 0, false));
            examples.add(new Example(Features.of("the " + colour + " lamp is broken"), 1, true));
            examples.add(new Example(Features.of("I like " + colour), 2, true));
        }
        return examples;
    }
}
