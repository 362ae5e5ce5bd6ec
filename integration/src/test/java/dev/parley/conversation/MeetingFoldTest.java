package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What becomes of meetings, whatever their events are called and however they arrive. */
class MeetingFoldTest {

    private static final String TEN = "'start':'2026-03-04T10:00:00Z','end':'2026-03-04T10:30:00Z'";
    private static final String NOON = "'start':'2026-03-04T12:00:00Z','end':'2026-03-04T12:30:00Z'";
    private static final String PEOPLE = "'timezone':'Europe/Vienna','subject':'A demo','location':'Room 1',"
            + "'organizer':{'name':'Olga','email':'olga@company.example'},"
            + "'attendees':[{'name':'Olga','email':'OLGA@company.example'},"
            + "{'name':'Ann','email':'ann@one.example','company':'One'}]";

    private final Talk talk = new Talk("calcom", "a");
    private final List<ChatEvent> events = new ArrayList<>();

    @Example
    void anAnswerTakesNothingAwayFromTheBooking() {
        happens(1, "booked", "{'uid':'a'," + TEN + "," + PEOPLE + ",'answers':{'size':'50'}}");
        happens(2, "answered", "{'uid':'a','attendees':[{'email':'Ann@one.example'}],'answers':'accepted'}");
        happens(3, "answered", "{'uid':'a','attendees':[{'email':'ann@one.example'}],'answers':'declined'}");
        happens(4, "answered", "{'uid':'a','attendees':[{'email':'bob@one.example'}],'answers':'accepted'}");

        MeetingState meeting = only();
        assertThat(meeting.status()).isEqualTo(MeetingStatus.BOOKED);
        assertThat(meeting.start()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(meeting.end()).isEqualTo(Instant.parse("2026-03-04T10:30:00Z"));
        assertThat(meeting.timezone()).isEqualTo("Europe/Vienna");
        assertThat(meeting.organizer().name()).isEqualTo("Olga");
        assertThat(meeting.attendees()).extracting(Person::name).containsExactly("Olga", "Ann");
        assertThat(meeting.answers().path("size").asText()).isEqualTo("50");
        assertThat(meeting.replies())
                .extracting(reply -> reply.path("answers").asText())
                .containsExactly("declined", "accepted");
    }

    @Example
    void aMovedMeetingIsOneWhoseFirstUidNamesIt() {
        happens(1, "booked", "{'uid':'a'," + TEN + "," + PEOPLE + "}");
        happens(2, "rescheduled", "{'uid':'b','previousUid':'a'," + NOON + "}");
        happens(3, "booked", "{'uid':'c','previousUid':'b'," + TEN + "}");

        MeetingState meeting = only();
        assertThat(meeting.firstUid()).isEqualTo("a");
        assertThat(meeting.uid()).isEqualTo("c");
        assertThat(meeting.status()).as("booked in another's place").isEqualTo(MeetingStatus.RESCHEDULED);
        assertThat(meeting.start()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(meeting.organizer().name()).as("said of the first UID").isEqualTo("Olga");
    }

    @Example
    void aLateCancellationOfTheOldUidCancelsNothing() {
        happens(1, "booked", "{'uid':'a'," + TEN + "}");
        happens(2, "rescheduled", "{'uid':'b','previousUid':'a'," + NOON + "}");
        happens(9, "cancelled", "{'uid':'a','reason':'moved'}");

        assertThat(only().status()).isEqualTo(MeetingStatus.RESCHEDULED);
        assertThat(only().start()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
    }

    @Example
    void aCancellationOfTheNewUidCancelsAndKeepsWhatWasKnown() {
        happens(1, "booked", "{'uid':'a'," + TEN + "}");
        happens(2, "rescheduled", "{'uid':'b','previousUid':'a'," + NOON + "}");
        happens(3, "cancelled", "{'uid':'b','reason':'ill'}");

        assertThat(only().firstUid()).isEqualTo("a");
        assertThat(only().status()).isEqualTo(MeetingStatus.CANCELLED);
        assertThat(only().reason()).isEqualTo("ill");
        assertThat(only().start()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
    }

    @Example
    void whatWasCancelledCanBeBookedAgainUnderItsUid() {
        happens(1, "booked", "{'uid':'a'," + TEN + "}");
        happens(2, "cancelled", "{'uid':'a'}");
        happens(3, "booked", "{'uid':'a'," + NOON + "}");

        assertThat(only().status()).isEqualTo(MeetingStatus.BOOKED);
        assertThat(only().start()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
    }

    @Example
    void eventsOfOneMomentGoBySequence() {
        events.add(sequenced("rescheduled", "0000000002", "{'uid':'a'," + NOON + "}"));
        events.add(sequenced("booked", "0000000001", "{'uid':'a'," + TEN + "}"));

        assertThat(only().status()).isEqualTo(MeetingStatus.RESCHEDULED);
        assertThat(only().start()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
    }

    @Example
    void whatIsOnlyAskedForMovesNothing() {
        happens(1, "requested", "{'uid':'r'," + TEN + "}");
        assertThat(only().status()).isEqualTo(MeetingStatus.REQUESTED);
        assertThat(only().isScheduled()).isFalse();

        happens(2, "booked", "{'uid':'r'," + TEN + "," + PEOPLE + "}");
        happens(3, "requested", "{'uid':'r'," + NOON + ",'attendees':[{'email':'ann@one.example'}]}");
        happens(4, "requested", "{'uid':'s','previousUid':'r'," + NOON + "}");

        assertThat(only().isScheduled()).isTrue();
        assertThat(only().status()).isEqualTo(MeetingStatus.BOOKED);
        assertThat(only().start()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        assertThat(only().attendees()).hasSize(2);
    }

    @Example
    void aCancellationWhoseBookingNobodyToldIsNoMeeting() {
        happens(3, "cancelled", "{'uid':'b'," + TEN + "}");
        assertThat(only().isScheduled()).isFalse();

        happens(2, "rescheduled", "{'uid':'b','previousUid':'a'," + NOON + "}");
        assertThat(only().isScheduled()).isTrue();
        assertThat(only().status()).isEqualTo(MeetingStatus.CANCELLED);
    }

    @Example
    void theFirstAttendeeButTheOrganizerIsTheVisitor() {
        happens(1, "booked", "{'uid':'a'," + TEN + "," + PEOPLE + "}");
        happens(2, "rescheduled", "{'uid':'a'," + NOON + ",'attendees':[{'email':'late@two.example'}]}");

        assertThat(conversation().visitor().email()).isEqualTo("ann@one.example");
        assertThat(conversation().visitor().company()).isEqualTo("One");
    }

    @Example
    void toAChatTheAttendeeOnlyAddsWhatIsUnknown() {
        events.add(talk.event("chat.visitor.identified", 0, "v", "{'visitor':{'id':'7','email':'ANN@one.example'}}"));
        happens(1, "booked", "{'uid':'a'," + TEN + "," + PEOPLE + "}");
        assertThat(conversation().visitor())
                .isEqualTo(new Person("7", "Ann", "ANN@one.example", null, "One", null, null, null, null));

        events.add(talk.event("chat.visitor.identified", 5, "w", "{'visitor':{'email':'eve@two.example'}}"));
        assertThat(conversation().visitor().name()).as("another person's name").isNull();
    }

    @Example
    void twoUidsThatNameEachOtherAreStillOneMeeting() {
        happens(1, "rescheduled", "{'uid':'b','previousUid':'a'," + TEN + "}");
        happens(2, "rescheduled", "{'uid':'a','previousUid':'b'," + NOON + "}");
        happens(3, "rescheduled", "{'uid':'0','previousUid':'b'," + NOON + "}");

        assertThat(only().firstUid()).isEqualTo("a");
        assertThat(only().uid()).isEqualTo("0");
    }

    @Example
    void foldsOfEarlierVersionsAreRead() throws JsonProcessingException {
        ConversationRow row = ConversationRow.begun("calcom", "a", Talk.NOON);
        row.state = ("{'first':{'time':'2026-03-02T12:00:01Z','sequence':'','id':'e1'},"
                        + "'last':{'time':'2026-03-02T12:00:01Z','sequence':'','id':'e1'},'facts':{"
                        + "'channel':{'at':{'time':'2026-03-02T12:00:00Z','sequence':'','id':'s'},'value':'web'},"
                        + "'meeting.a':{'at':{'time':'2026-03-02T12:00:01Z','sequence':'','id':'e1'},'value':{'uid':'a',"
                        + TEN + "," + PEOPLE + ",'type':'meeting.booked'}}}}")
                .replace('\'', '"');
        events.add(talk.event("meeting.cancelled", 5, "e5", "{'uid':'a'}"));

        Conversation renewed = row.fold();
        assertThat(renewed.facts()).containsOnlyKeys("channel");
        assertThat(renewed.visitor().email()).isEqualTo("ann@one.example");
        row.fold(renewed.with(events.get(0)));
        assertThat(row.fold().meetingStates()).singleElement().satisfies(meeting -> {
            assertThat(meeting.status()).isEqualTo(MeetingStatus.CANCELLED);
            assertThat(meeting.start()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
        });
    }

    /** Chains of any length, each with its late, doubled and shuffled events. */
    @Property(tries = 1000)
    void orderAndRepetitionChangeNothing(@ForAll("meetings") List<ChatEvent> meetings, @ForAll long seed) {
        Random random = new Random(seed);
        List<ChatEvent> arrived = new ArrayList<>(meetings);
        meetings.forEach(event -> arrived.add(random.nextInt(arrived.size() + 1), event));

        assertThat(folded(arrived).meetingStates()).isEqualTo(folded(meetings).meetingStates());
        assertThat(folded(arrived)).isEqualTo(folded(meetings));
        assertThat(folded(arrived).visitor()).isEqualTo(folded(meetings).visitor());
    }

    /** Booked as a, moved to b, moved to c; then called off or not, with answers and the old UIDs' cancellations. */
    @Property(tries = 1000)
    void aChainIsOneMeetingInItsRightStateInWhateverOrderItIsTold(
            @ForAll boolean cancelled, @ForAll boolean answered, @ForAll boolean calledOffBefore, @ForAll long seed) {
        events.clear();
        happens(1, "booked", "{'uid':'a'," + TEN + "," + PEOPLE + "}");
        happens(2, "rescheduled", "{'uid':'b','previousUid':'a'," + NOON + "}");
        happens(3, "rescheduled", "{'uid':'c','previousUid':'b'," + TEN + "}");
        if (cancelled) {
            happens(5, "cancelled", "{'uid':'c'}");
        }
        if (answered) {
            happens(4, "answered", "{'uid':'c','attendees':[{'email':'ann@one.example'}],'answers':'accepted'}");
        }
        if (calledOffBefore) {
            happens(2, "cancelled", "{'uid':'a'}");
            happens(6, "cancelled", "{'uid':'b'}");
        }
        events.addAll(List.copyOf(events));
        Collections.shuffle(events, new Random(seed));

        assertThat(only().firstUid()).isEqualTo("a");
        assertThat(only().uid()).isEqualTo("c");
        assertThat(only().status()).isEqualTo(cancelled ? MeetingStatus.CANCELLED : MeetingStatus.RESCHEDULED);
        assertThat(only().start()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
    }

    @Property(tries = 500)
    void theStoreGivesBackWhatItTook(@ForAll("meetings") List<ChatEvent> meetings) {
        ConversationRow row = new ConversationRow();
        row.fold(folded(meetings));

        assertThat(row.fold()).isEqualTo(folded(meetings));
    }

    @Provide
    Arbitrary<List<ChatEvent>> meetings() {
        Arbitrary<String> uids = Arbitraries.of("a", "b", "c", "d");
        return Combinators.combine(
                        Arbitraries.of("requested", "booked", "rescheduled", "cancelled", "answered", "held", "missed"),
                        uids,
                        uids.injectNull(0.4),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 10_000))
                .as((type, uid, previous, second, id) -> talk.event(
                        "meeting." + type,
                        second,
                        "e" + id,
                        "{'uid':'" + uid + "'," + (previous == null ? "" : "'previousUid':'" + previous + "',")
                                + "'start':'2026-03-04T1" + second + ":00:00Z','end':'2026-03-04T17:00:00Z',"
                                + "'attendees':[{'email':'v" + id % 3 + "@one.example'}]}"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .uniqueElements(event -> event.envelope().id());
    }

    private void happens(int second, String what, String data) {
        events.add(talk.event("meeting." + what, second, "e" + second + what, data));
    }

    private ChatEvent sequenced(String what, String sequence, String data) {
        Envelope envelope = talk.event("meeting." + what, 1, what, data).envelope();
        return ChatEvents.read(new Envelope(
                envelope.id(),
                envelope.source(),
                envelope.type(),
                envelope.subject(),
                envelope.time(),
                sequence,
                envelope.data()));
    }

    private Conversation conversation() {
        return folded(events);
    }

    private MeetingState only() {
        List<MeetingState> all = conversation().meetingStates();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Conversation folded(List<ChatEvent> events) {
        Conversation conversation = Conversation.EMPTY;
        for (ChatEvent event : events) {
            conversation = conversation.with(event);
        }
        return conversation;
    }
}
