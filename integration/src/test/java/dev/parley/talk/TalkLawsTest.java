package dev.parley.talk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every message. */
class TalkLawsTest {

    @Property(tries = 300)
    void anyTextIsReadTheSameEachTime(@ForAll("texts") String text) {
        Reading reading = ShippedTalk.read(text);

        assertThat(ShippedTalk.read(text)).isEqualTo(reading);
        assertThat(reading.purposes())
                .extracting(Purpose::name)
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(14);
        assertThat(reading.purposes()).allSatisfy(purpose -> {
            assertThat(purpose.confidence()).isBetween(0.0, 1.0);
            assertThat(purpose.sentence()).isNotBlank().hasSizeLessThanOrEqualTo(400);
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "I", "want", "human", "agent", ".", "?", "\n", ">", "\"", "<b>", "price", "Ann:", "10:21", "谢谢", "لطفا",
                "möte", "\u200f", "🙂");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                words.list().ofMaxSize(60).map(list -> String.join(" ", list)));
    }
}
