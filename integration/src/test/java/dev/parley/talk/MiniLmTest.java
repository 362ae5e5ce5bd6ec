package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The model of meanings. */
class MiniLmTest {

    @Test
    @Timeout(60)
    void placesTogetherWhatMeansTheSame() {
        MiniLm model = MiniLm.load();
        float[] asked = model.of("my parcel has not come yet");

        double near = dot(asked, model.of("the delivery is still missing"));
        double far = dot(asked, model.of("which colours do you have"));

        assertThat(near).isGreaterThan(far + 0.2);
        assertThat(dot(asked, asked)).isBetween(0.999, 1.001);
        assertThat(model.of("x".repeat(5_000))).hasSize(model.size());
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
