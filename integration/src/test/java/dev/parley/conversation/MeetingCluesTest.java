package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.store.Database;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A signed link or the attendee's address leads a meeting to the conversation that it came out of. */
class MeetingCluesTest extends MeetingStage {
    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aSignedLinkLeadsToItsConversation(Database database) {
        try (database) {
            Talk chat = new Talk("web", "c1");
            store(database).receive(List.of(chat.says("visitor", 1, "m1", "Hello")));
            String link = links.of(chat.key());

            receive(database, "booked", "{'uid':'a'," + TIMES + ",'conversation':'" + link + "'}");
            receive(database, "cancelled", "{'uid':'a'}");

            assertThat(only(look(database, "web", "c1")).status()).isEqualTo(MeetingStatus.CANCELLED);
            assertThat(look(database, "web", "c1").version()).isEqualTo(3);
            assertThat(refused.count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aLinkThatParleyDidNotSignIsCountedAndIgnored(Database database) {
        try (database) {
            Talk chat = new Talk("web", "c1");
            store(database).receive(List.of(chat.says("visitor", 1, "m1", "Hello")));
            String good = links.of(chat.key());
            String other = links.of(new ConversationKey("web", "c2"));
            String elsewhere =
                    ConversationLinks.signedWith("another key", refused).of(chat.key());
            List<String> forged = List.of(
                    "",
                    ".",
                    "c1",
                    "%%%.%%%",
                    good.substring(0, good.length() - 2),
                    other.split("\\.")[0] + "." + good.split("\\.")[1],
                    elsewhere,
                    "x".repeat(3_000) + "." + good);

            forged.forEach(link -> receive(
                    database,
                    "booked",
                    "{'uid':'u" + link.hashCode() + "','conversation':'" + link + "'," + TIMES + "}"));
            receive(database, "booked", "{'uid':'odd','conversation':{'a':[1]}," + TIMES + "}");

            assertThat(look(database, "web", "c1").version()).isEqualTo(1);
            assertThat(refused.count()).isEqualTo(forged.size());
            assertThat(conversations(database)).isEqualTo(1 + forged.size() + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theKeyOfLinksIsMadeOnceAndKept(Database database) {
        try (database) {
            ConversationKey chat = new ConversationKey("web", "ä/ü");
            String link = ConversationLinks.of(database.tx(), refused).of(chat);

            assertThat(ConversationLinks.of(database.tx(), refused).read(link)).contains(chat);
            assertThat(links.read(link)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theAttendeesAddressLeadsToTheirLatestConversation(Database database) {
        try (database) {
            chats("web", "early", 1, "ann@one.example", database);
            chats("whatsapp", "late", 5, " Ann@One.example", database);
            chats("web", "of-another", 9, "eve@two.example", database);

            receive(database, "booked", "{'uid':'a'," + TIMES + "," + ANN + "}");
            receive(database, "rescheduled", "{'uid':'b','previousUid':'a'," + TIMES + "}");

            MeetingState meeting = only(look(database, "whatsapp", "late"));
            assertThat(meeting.status()).isEqualTo(MeetingStatus.RESCHEDULED);
            assertThat(meeting.source()).isEqualTo("calcom");
            assertThat(conversations(database)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void neitherAnOrganizerNorAnAgentNorALongPastConversationIsFound(Database database) {
        try (database) {
            chats("web", "organizer", 1, "olga@company.example", database);
            chats("web", "agent", 1, "ann@one.example", database);
            store(database)
                    .receive(List.of(new Talk("web", "agent")
                            .event(
                                    "chat.participant.joined",
                                    2,
                                    "j",
                                    "{'role':'agent','participant':{'id':'Ann@one.example'}}")));
            chats("web", "past", -40 * 86_400, "ann@one.example", database);

            receive(database, "booked", "{'uid':'a'," + TIMES + "," + ANN + "}");

            assertThat(only(look(database, "calcom", "a")).status()).isEqualTo(MeetingStatus.BOOKED);
            assertThat(look(database, "calcom", "a").conversation().visitor().name())
                    .isEqualTo("Ann");
        }
    }
}
