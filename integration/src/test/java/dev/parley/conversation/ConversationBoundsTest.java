package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The folded state stays small, whatever a chat service says. */
class ConversationBoundsTest {

    private final Talk talk = new Talk("web", "c");

    @Test
    void manyMeetingsDoNotPushTheVisitorOut() {
        Conversation conversation = Conversation.EMPTY.with(
                talk.event("chat.visitor.identified", 0, "v", "{'visitor':{'email':'a@one.example','name':'Ann'}}"));
        List<ChatEvent> meetings = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            meetings.add(talk.event("meeting.requested", i, "e" + i, "{'uid':'u" + i + "'}"));
        }
        Collections.shuffle(meetings, new Random(1));

        for (ChatEvent meeting : meetings) {
            conversation = conversation.with(meeting);
        }

        assertThat(conversation.visitor().email()).isEqualTo("a@one.example");
        assertThat(conversation.meetings()).hasSize(100).containsKey("web u0");
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String page = "{'page':{'url':'https://one.example/','title':'" + "x".repeat(500_000) + "','more':[1]}}";
        Conversation conversation = Conversation.EMPTY
                .with(talk.event("chat.conversation.started", 0, "s", page))
                .with(talk.event(
                        "chat.visitor.identified", 1, "v", "{'visitor':{'name':'" + "😀".repeat(100_000) + "'}}"));

        assertThat(Json.text(conversation)).hasSizeLessThan(5_000);
        assertThat(conversation.fact(Facts.PAGE).path("url").asText()).isEqualTo("https://one.example/");
        assertThat(conversation.visitor().name()).matches("(?:😀){500}");
    }
}
