package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.handoff.Offer.State;
import dev.parley.handoff.OfferPage.Reply;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seller opens the link of an offer and answers. */
class OfferPageTest {
    private static final String ROUTING =
            """
            accept: PT5M
            rules: [{ name: all, when: 'qualification.grade = "A"', offer: [world] }]
            escalation: { mail: desk@company.example }
            pools:
              world:
                sellers:
                  - { email: maja@company.example, languages: [sv, en] }
                  - { email: tobias@company.example, languages: [de] }
            """;

    private final Shop shop = new Shop(Instant.parse("2026-10-19T09:00:00Z"), null, ROUTING);

    @BeforeEach
    void somebodyIsAsked() {
        shop.says("c1", "m1");
        shop.work();
    }

    @AfterEach
    void end() {
        shop.close();
    }

    private String token(int rank) {
        Offer offer = shop.offers("c1").of(rank).orElseThrow();
        return shop.tokens.of(Shop.key("c1"), rank, offer.seller().email());
    }

    private Reply show(int rank) {
        return shop.page().show(token(rank), null);
    }

    private Reply act(int rank, String decision) {
        return shop.page().act(token(rank), null, decision);
    }

    private State state(int rank) {
        return shop.offers("c1").of(rank).orElseThrow().state();
    }

    @Test
    void lookingAtItDoesNothingHoweverOften() {
        for (int i = 0; i < 5; i++) {
            assertThat(show(1).status()).isEqualTo(200);
        }
        assertThat(state(1)).isEqualTo(State.OFFERED);
        assertThat(show(1).html()).contains("&lt;b&gt;We need 40 seats&lt;/b&gt;");
    }

    @Test
    void theFirstAnswerCountsRightAfterALookAndTheSecondHearsSo() {
        assertThat(show(1).status()).isEqualTo(200);
        assertThat(act(1, "accept")).extracting(Reply::status, Reply::state).containsExactly(200, "accepted");
        assertThat(act(1, "accept")).extracting(Reply::status, Reply::state).containsExactly(409, "accepted");
        assertThat(act(1, "decline")).extracting(Reply::status, Reply::state).containsExactly(409, "accepted");
        assertThat(state(1)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void whoDeclinesIsFollowedByTheNext() {
        assertThat(act(1, "decline")).extracting(Reply::status, Reply::state).containsExactly(200, "declined");
        shop.work();
        assertThat(state(2)).isEqualTo(State.OFFERED);
        assertThat(shop.offers("c1").of(2).orElseThrow().seller())
                .isNotEqualTo(shop.offers("c1").of(1).orElseThrow().seller());
        assertThat(act(1, "accept").status())
                .as("the old link does not act any more")
                .isEqualTo(409);
        assertThat(act(2, "accept").status()).isEqualTo(200);
    }

    @Test
    void afterItsTimeAnOfferCannotBeTaken() {
        shop.clock.add(Duration.ofMinutes(5));
        assertThat(show(1)).extracting(Reply::status, Reply::state).containsExactly(410, "expired");
        assertThat(act(1, "accept")).extracting(Reply::status, Reply::state).containsExactly(410, "expired");
        shop.work();
        assertThat(state(1)).isEqualTo(State.EXPIRED);
        assertThat(act(1, "accept").status()).isEqualTo(410);
    }

    @Test
    void whatNobodySignedIsNoOffer() {
        StringBuilder token = new StringBuilder(token(1));
        // Not the last character: of that one some bits count for nothing.
        int middle = (token.indexOf(".") + token.length()) / 2;
        token.setCharAt(middle, token.charAt(middle) == 'A' ? 'B' : 'A');
        assertThat(shop.page().act(token.toString(), null, "accept").status()).isEqualTo(404);
        assertThat(shop.page()
                        .act(shop.tokens.of(Shop.key("c1"), 1, "eve@elsewhere.example"), null, "accept")
                        .status())
                .as("signed, but they were not asked")
                .isEqualTo(404);
        assertThat(state(1)).isEqualTo(State.OFFERED);
    }

    /** A test of its own: a page that is just made lets forged links pass one after the other, not two at once. */
    @Test
    void aLinkWithoutAnythingIsNoOffer() {
        assertThat(shop.page().show(null, null).status()).isEqualTo(404);
    }

    @Test
    void anAnswerThatIsNoneChangesNothing() {
        assertThat(act(1, "perhaps").status()).isEqualTo(400);
        assertThat(act(1, null).status()).isEqualTo(400);
        assertThat(state(1)).isEqualTo(State.OFFERED);
    }

    @Test
    void whoAsksWithoutEndIsToldToWait() {
        Reply reply = show(1);
        for (int i = 0; i < 100 && reply.status() == 200; i++) {
            reply = show(1);
        }
        assertThat(reply.status()).isEqualTo(429);
    }

    @Test
    void itSpeaksTheSellersLanguage() {
        assertThat(shop.page().show(token(1), "fa,en;q=0.5").html()).contains("lang=\"fa\"", "dir=\"rtl\"");
        assertThat(shop.page().show(token(1), "xx").html()).contains("lang=\"sv\"");
    }
}
