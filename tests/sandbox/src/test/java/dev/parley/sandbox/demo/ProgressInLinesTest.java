package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressInLinesTest {

    @Test
    void aLineForEveryQuarterHoweverOftenItIsTold() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Progress progress =
                new ProgressInLines("Events sent", 40, new PrintStream(printed, true, StandardCharsets.UTF_8))) {
            for (int count = 0; count <= 40; count++) {
                progress.done(count);
            }
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Events sent: 10 of 40",
                        "Events sent: 20 of 40",
                        "Events sent: 30 of 40",
                        "Events sent: 40 of 40");
    }
}
