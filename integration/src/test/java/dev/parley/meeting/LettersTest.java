package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever comes to a meeting reads of it in their own language, and from the right side. */
class LettersTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    private record Written(String subject, String text, String html) {}

    private List<Written> written() {
        return shop.database.tx().call(em -> em.createQuery(
                        "select m.subject, m.text, m.html from MailRow m where m.calendarMethod is not null"
                                + " order by m.createdAt, m.recipient",
                        Written.class)
                .getResultList());
    }

    private Written last() {
        List<Written> all = written();
        return all.get(all.size() - 1);
    }

    @Test
    void inTheLanguageOfTheConversationWithItsDates() {
        shop.language = "fa";
        shop.books(0);

        assertThat(last().subject()).startsWith("دعوت به جلسه: ");
        assertThat(last().text()).contains("زمان:", "۱۵ دی ۱۴۰۴", "(Europe/Stockholm)", "ada@company.example");
        assertThat(last().html()).contains("lang=\"fa\"", "dir=\"rtl\"", "۱۵ دی ۱۴۰۴");
    }

    @Test
    void aChangeAndACancellationToo() {
        shop.language = "de";
        shop.books(0);
        shop.tells("meeting.cancelled", Map.of("reason", "ill"));
        shop.answers();

        assertThat(last().subject()).isEqualTo("Abgesagt: Meeting");
        assertThat(last().text()).contains("Wann: Montag, 5. Januar 2026").doesNotContain("When");
        assertThat(last().html()).contains("lang=\"de\"", "dir=\"ltr\"");
    }

    @Test
    void whoHasALanguageOfTheirOwnReadsThatOne() {
        shop.language = "fa";
        shop.tells("meeting.requested", Map.of("timezone", "Europe/Stockholm"));
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("uid", "m1");
        var slot = shop.answers().get(0).envelope().data().path("slots").get(0);
        data.set("start", slot.path("start"));
        data.set("end", slot.path("end"));
        data.putArray("attendees").addObject().put("email", "a@oberg.example").put("locale", "zh-CN");
        data.withArray("attendees").addObject().put("email", "b@oberg.example");
        shop.receive("meeting.requested", data);
        shop.answers();

        assertThat(written()).extracting(Written::subject).containsExactly("会议邀请：Meeting", last().subject());
        assertThat(last().subject()).startsWith("دعوت");
    }

    @Test
    void inEnglishWhereNobodyKnows() {
        shop.books(0);
        assertThat(last().subject()).isEqualTo("Invitation: Meeting");
        assertThat(last().text()).contains("When: Monday, 5 January 2026").contains("With: Ada, ada@company.example");
    }
}
