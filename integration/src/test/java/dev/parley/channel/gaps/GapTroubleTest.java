package dev.parley.channel.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A service that is away, refuses or answers nonsense shows, keeps no other from being asked, and is asked again. */
class GapTroubleTest extends GapStage {
    @Test
    void whatNobodyForesawInOneSourceShowsAndKeepsNoOtherFromBeingAsked() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        AtomicInteger looks = new AtomicInteger();
        GapSource source = new GapSource("chatwoot", chatwoot.url(), ChatwootStandIn.TOKEN);
        Gaps gaps = new Gaps(
                List.of(new GapSource("intercom", chatwoot.url(), "x"), source),
                () -> {
                    if (looks.getAndIncrement() == 0) {
                        throw new UnsupportedOperationException("Ada wrote this");
                    }
                    return SHIPPED;
                },
                new GapPositions(database.tx(), name -> Optional.empty()),
                conversations,
                unread,
                clock);

        gaps.fill();

        assertThat(gaps.trouble()).hasValue("intercom: java.lang.UnsupportedOperationException");
        assertThat(messages(1)).isEqualTo(1);
    }

    @Test
    void aWrongTokenShowsAndIsNotTriedAllTheTime() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        Gaps gaps = gaps("wrong");

        gaps.fill();
        gaps.fill();

        assertThat(gaps.trouble()).hasValue("chatwoot: it lets nobody in (401): look at source.chatwoot.apiToken");
        assertThat(chatwoot.asked()).hasSize(1);
        clock.add(Duration.ofMinutes(1));
        gaps.fill();
        assertThat(chatwoot.asked()).hasSize(2);
        clock.add(Duration.ofMinutes(1));
        gaps.fill();
        assertThat(chatwoot.asked()).as("waits twice as long").hasSize(2);
    }

    @Test
    void aServiceThatWantsToBeLeftAloneIs() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        chatwoot.refuses(429, 600);
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        gaps.fill();
        clock.add(Duration.ofMinutes(9));
        gaps.fill();
        assertThat(chatwoot.asked()).hasSize(1);

        clock.add(Duration.ofMinutes(1));
        gaps.fill();

        assertThat(messages(1)).isEqualTo(1);
        assertThat(gaps.trouble()).isEmpty();
    }

    @Test
    void anAnswerWithoutListIsNoEmptyList() {
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        chatwoot.refuses(200, 0);

        gaps.fill();

        assertThat(gaps.trouble().orElseThrow()).contains("sources/chatwoot.yaml:", "holds no list at /data/payload");
    }

    @Test
    void pagesThatRepeatForEverAreReadOnce() {
        for (int id = 1; id <= 30; id++) {
            chatwoot.says(1, id, NOON.minusSeconds(60));
        }
        chatwoot.repeatsItself();
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);

        gaps.fill();

        assertThat(chatwoot.asked())
                .containsExactly(
                        "conversations?status=all&assignee_type=all&page=1",
                        "conversations/1/messages",
                        "conversations/1/messages?before=11",
                        "conversations?status=all&assignee_type=all&page=2");
        assertThat(gaps.trouble()).isEmpty();
        assertThat(messages(1)).isEqualTo(20);
    }

    @Test
    void anAnswerThatSaysNothingOrBreaksOffIsAskedForAgain() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        for (String broken : List.of("", "{\"data\":{\"payload\":[{\"id\":1,", "\"gateway\"", "<html>busy</html>")) {
            chatwoot.answers(broken);
            gaps.fill();
            assertThat(gaps.trouble().orElseThrow()).contains("it answers no", "source.chatwoot.url");
            clock.add(Duration.ofHours(2));
        }

        gaps.fill();

        assertThat(gaps.trouble()).isEmpty();
        assertThat(messages(1)).isEqualTo(1);
    }

    @Test
    void messagesThatAreAnsweredByNothingAreNotTakenForNone() {
        chatwoot.says(1, 101, NOON.minusSeconds(120));
        chatwoot.says(1, 102, NOON.minusSeconds(60));
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);
        chatwoot.answers(chatwoot.firstPage());
        chatwoot.answers("");

        gaps.fill();

        assertThat(gaps.trouble()).hasValue("chatwoot: it answers nothing: look at source.chatwoot.url");
    }

    @Test
    void whatCannotBeReadIsKeptAndKeepsNothingElseFromComingIn() {
        chatwoot.says(1, 101, NOON.minusSeconds(60));
        chatwoot.says(2, 102, NOON.minusSeconds(120));
        chatwoot.babbles(2, 103);
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);

        gaps.fill();
        clock.add(Duration.ofMinutes(5));
        gaps.fill();

        assertThat(messages(1)).isEqualTo(1);
        assertThat(gaps.trouble()).isEmpty();
        assertThat(unread.list())
                .as("once, however often it is asked for")
                .singleElement()
                .satisfies(kept -> assertThat(kept.place()).startsWith("sources/chatwoot.yaml"));
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        chatwoot.close();
        Gaps gaps = gaps(ChatwootStandIn.TOKEN);

        gaps.fill();

        assertThat(gaps.trouble().orElseThrow())
                .contains(chatwoot.url().toString(), "cannot be reached", "source.chatwoot.url")
                .doesNotContain(ChatwootStandIn.TOKEN);
    }
}
