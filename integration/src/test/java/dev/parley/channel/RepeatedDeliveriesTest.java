package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.MeetingStatus;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.Snapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What services send twice, late, in parts or in another shape comes to one conversation and one meeting. */
class RepeatedDeliveriesTest {

    private static final String ROOM = "kR7sQ2mWcT4xPz9aB";
    private static final String FIRST = "https://api.calendly.com/scheduled_events/E1/invitees/I1";
    private static final List<String> WHOLE_TALK = List.of(
            "visitor: How long is the lead time for the EdgeHub?",
            "bot: We have your question.",
            "agent: Two weeks, three days if it is in stock.",
            "visitor: ",
            "agent: I take over from Lukas: ours is in stock.");

    @Test
    void theClosingTranscriptOfRocketChatMakesNoDoublesAndFillsGaps() {
        try (ToldStore store = new ToldStore("rocketchat")) {
            // Lost on the way: the bot's words, the file and what the second agent said.
            store.take("Message_visitor", "LivechatSessionTaken", "Message_agent", "Message_edited", "LivechatSession");

            assertThat(store.transcript(ROOM)).isEqualTo(WHOLE_TALK);
            assertThat(store.look(ROOM).tally().messages()).isEqualTo(5);
            assertThat(store.look(ROOM).tally().firstResponseSeconds()).isEqualTo(65);
            assertThat(store.look(ROOM).status()).isEqualTo("Closed");
        }
    }

    @Test
    void theTranscriptAloneComesToTheSameAsAllThatWentBeforeIt() {
        try (ToldStore whole = new ToldStore("rocketchat");
                ToldStore closing = new ToldStore("rocketchat")) {
            whole.take("LivechatSession", "Message_edited", "Message_file", "LivechatSessionTaken", "Message_visitor");
            closing.take("LivechatSession");

            assertThat(whole.transcript(ROOM))
                    .isEqualTo(closing.transcript(ROOM))
                    .isEqualTo(WHOLE_TALK);
            assertThat(whole.look(ROOM).tally()).isEqualTo(closing.look(ROOM).tally());
        }
    }

    @Test
    void anUpdateOfChatwootIsNewerThanTheMessageWhicheverComesFirst() {
        for (String[] order : List.of(
                new String[] {"message_created_agent", "message_updated"},
                new String[] {"message_updated", "message_created_agent"})) {
            try (ToldStore store = new ToldStore("chatwoot")) {
                store.take(order);

                assertThat(store.transcript("1207"))
                        .containsExactly("agent: They do, up to 90 kW. The data sheet is attached.");
            }
        }
    }

    @Test
    void theSameChangeInTwoWebhooksOfChatwootIsOne() {
        try (ToldStore store = new ToldStore("chatwoot")) {
            store.take("message_created", "conversation_status_changed_resolved");

            assertThat(store.take("conversation_updated_resolved").accepted()).isZero();
            assertThat(store.look("1207").status()).isEqualTo("Closed");
        }
    }

    @Test
    void aConversationOfChatwootCanBeOpenedAgain() {
        try (ToldStore store = new ToldStore("chatwoot")) {
            store.take("message_created", "message_created_agent", "conversation_status_changed_resolved");
            store.take("conversation_status_changed_reopened");

            assertThat(store.look("1207").status()).isEqualTo("Open");
        }
    }

    @Test
    void anExportOfChatwootBringsOnlyWhatWasMissed() {
        try (ToldStore store = new ToldStore("chatwoot")) {
            store.take("conversation_created", "message_created", "conversation_status_changed_resolved");

            // An agent's answer and the system's note were lost; start, contact, first message and end were not.
            assertThat(store.take("conversation_exported")).isEqualTo(new Receipt(2, 4));
            assertThat(store.transcript("1207"))
                    .containsExactly(
                            "visitor: Do your pumps run on 60 Hz?",
                            "agent: They do, up to 90 kW. The data sheet is attached.");
        }
    }

    @Test
    void theFirstWordsOfTawkToStandInItsTranscriptOnce() {
        try (ToldStore store = new ToldStore("tawkto")) {
            store.take("chat_start", "chat_end", "chat_transcript_created");

            assertThat(store.transcript("70fe3290-99ad-11ef-a30a-51567162179f"))
                    .containsExactly(
                            "visitor: Bonjour, do you ship to Tunis?", "agent: We do, in twelve days.", "visitor: ");
        }
    }

    @Test
    void aMoveInCalendlyIsOneRescheduledMeetingWhicheverHalfComesFirst() {
        for (String[] order : List.of(
                new String[] {"invitee_created", "invitee_canceled_rescheduled", "invitee_created_rescheduled"},
                new String[] {"invitee_created_rescheduled", "invitee_created", "invitee_canceled_rescheduled"})) {
            try (ToldStore store = new ToldStore("calendly")) {
                store.take(order);

                assertThat(store.look(FIRST).conversation().meetingStates())
                        .singleElement()
                        .satisfies(meeting -> {
                            assertThat(meeting.status()).isEqualTo(MeetingStatus.RESCHEDULED);
                            assertThat(meeting.firstUid()).isEqualTo(FIRST);
                            assertThat(meeting.start()).isEqualTo(Instant.parse("2026-09-15T14:00:00Z"));
                        });
            }
        }
    }

    @Test
    void aMoveInCalComIsOneRescheduledMeeting() {
        try (ToldStore store = new ToldStore("calcom")) {
            store.take("BOOKING_CREATED", "BOOKING_RESCHEDULED");

            Snapshot booked = store.look("uid-1");
            assertThat(booked.conversation().meetingStates())
                    .singleElement()
                    .satisfies(meeting -> assertThat(meeting.status()).isEqualTo(MeetingStatus.RESCHEDULED));
        }
    }
}
