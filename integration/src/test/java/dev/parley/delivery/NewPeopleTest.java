package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Snapshot;
import dev.parley.conversation.Tally;
import dev.parley.identity.Owners.Colleague;
import dev.parley.mail.MailEntities;
import dev.parley.mail.Outbox;
import dev.parley.mail.Redelivery;
import dev.parley.store.ScratchStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The owner of the opportunity hears of somebody new of the account, once. */
class NewPeopleTest {

    private static final String NEW =
            """
            {"identity":{"kind":"new","decision":"Auto","accountId":"001A","opportunityId":"006A"},
             "visitor":{"externalId":"v1","name":"Ann\\nBerg"},"account":{"name":"One Ltd","ownerId":"005B"},
             "opportunity":{"ownerId":"005A"},"conversation":{"summary":"Asked for 200 seats"}}
            """;

    private final ScratchStore store = ScratchStore.open(MailEntities.classes());
    private final Outbox outbox = new Outbox(store.tx(), Clock.systemUTC(), Redelivery.SIX_HOURS);
    private final NewPeople people = new NewPeople(
            outbox,
            id -> Optional.of(new Colleague("005A", "Sam", "sam@one.example", "fa"))
                    .filter(sam -> sam.id().equals(id)),
            "https://org.example",
            "en");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theOwnerIsToldOnceHoweverOftenThePersonWrites() throws JsonProcessingException {
        people.accept(List.of(plan(Mode.HANDOFF, NEW, true), plan(Mode.HANDOFF, NEW, true)));
        people.accept(List.of(plan(Mode.HANDOFF, NEW, true)));
        assertThat(outbox.waiting()).isEqualTo(1);

        people.accept(List.of(plan(Mode.HANDOFF, NEW.replace("v1", "v2"), true)));
        assertThat(outbox.waiting()).as("somebody else").isEqualTo(2);
    }

    @Test
    void nobodyIsToldOfHistoryOfKnownPeopleOfMereGuessesOrWhereSellersAreNotSpokenTo() throws JsonProcessingException {
        people.accept(List.of(
                plan(Mode.HANDOFF, NEW, false),
                plan(Mode.CREATE, NEW, true),
                plan(Mode.HANDOFF, NEW.replace("\"new\"", "\"contact\""), true),
                plan(Mode.HANDOFF, NEW.replace("Auto", "Review"), true),
                plan(Mode.HANDOFF, NEW.replace("005A", "00GQ"), true)));

        assertThat(outbox.waiting()).isZero();
    }

    @Test
    void theyReadItInTheLanguageInWhichTheyHaveTheCrm() throws JsonProcessingException {
        people.accept(List.of(plan(Mode.HANDOFF, NEW, true)));

        Object[] mail = store.tx()
                .call(em -> em.createQuery("select m.subject, m.text, m.html from MailRow m", Object[].class)
                        .getSingleResult());
        assertThat(mail[0].toString()).contains("در گفتگو", "One Ltd", "Ann Berg");
        assertThat(mail[1].toString())
                .contains("Asked for 200 seats")
                .endsWith("\n\nhttps://org.example/lightning/r/Opportunity/006A/view\n");
        assertThat(mail[2].toString()).contains("lang=\"fa\"", "dir=\"rtl\"");
    }

    @Test
    void theSummarysHeadingsAreInTheirLanguageToo() throws JsonProcessingException {
        people.accept(List.of(plan(
                Mode.HANDOFF,
                NEW.replace(
                        "Asked for 200 seats",
                        "Needs: 200 seats\\nOpen: Which price?\\nNext: Meeting at 2026-12-01 13:00 UTC"),
                true)));

        String text = store.tx().call(em -> em.createQuery("select m.text from MailRow m", String.class)
                .getSingleResult());
        assertThat(text.replaceAll("[\u2068\u2069\u200f]", ""))
                .contains(
                        "\nنیاز: 200 seats\n",
                        "\nبی‌پاسخ: Which price?\n",
                        "\nگام بعدی: جلسه: ۱۰ آذر ۱۴۰۵ ساعت ۱۳:۰۰ (UTC)\n");
    }

    @Test
    void aNameWithAControlCharacterIsToldOfAllTheSame() throws JsonProcessingException {
        people.accept(List.of(plan(Mode.HANDOFF, NEW.replace("Ann\\nBerg", "O\u0092Brien"), true)));

        assertThat(outbox.waiting()).isEqualTo(1);
    }

    private static Plan plan(Mode mode, String dossier, boolean live) throws JsonProcessingException {
        Snapshot snapshot = new Snapshot(
                1, new ConversationKey("web", "c1"), 1, 0, Conversation.EMPTY, Tally.NONE, null, null, live, 0);
        return new Plan(
                snapshot, null, mode, "files", List.of(), List.of(), (ObjectNode) new ObjectMapper().readTree(dossier));
    }
}
