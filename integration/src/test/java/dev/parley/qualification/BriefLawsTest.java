package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Strings;
import dev.parley.conversation.Role;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the brief of every conversation. */
class BriefLawsTest {

    /** Who says what. */
    record Said(Role role, String text) {}

    @Property(tries = 60)
    void itHasItsRoomAndIsTheSameEachTime(@ForAll("conversations") List<Said> conversation) {
        String summary = summary(conversation);

        assertThat(summary.codePointCount(0, summary.length())).isLessThanOrEqualTo(Brief.LONGEST);
        assertThat(summary(conversation)).isEqualTo(summary);
    }

    private static String summary(List<Said> conversation) {
        Talk talk = new Talk();
        conversation.forEach(said -> talk.says(said.role(), said.text()));
        return Strings.nullToEmpty(talk.ofNobody().brief().summary());
    }

    @Provide
    Arbitrary<List<Said>> conversations() {
        Arbitrary<String> pieces = Arbitraries.of(
                "We need a pump.",
                "Can you send it?",
                "I'll send the offer tomorrow.",
                "One moment.",
                "\n",
                "> ",
                "我们需要报价。",
                "کی آماده می‌شود؟",
                "Wir brauchen das bis Freitag!",
                "Vi behöver fler licenser ",
                "and so on ".repeat(60),
                "👩‍👩‍👧‍👦".repeat(40),
                "\u202e",
                "x".repeat(700));
        Arbitrary<String> texts = Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                Arbitraries.strings().ofMaxLength(300));
        return Combinators.combine(Arbitraries.of(Role.VISITOR, Role.AGENT, Role.BOT), texts)
                .as(Said::new)
                .list()
                .ofMaxSize(25);
    }
}
