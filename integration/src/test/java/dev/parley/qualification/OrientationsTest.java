package dev.parley.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Role;
import org.junit.jupiter.api.Test;

/** What a conversation is kept up for, by what its messages are for. */
class OrientationsTest {

    @Test
    void whoWantsSomethingIsInstrumentalHoweverKindlyItIsPut() {
        Talk talk = new Talk()
                .meaning("relationship-maintenance")
                .showing("cohesive")
                .visitor("Hello again, how nice to hear from you all!")
                .meaning("relationship-maintenance")
                .meaning("problem-solving")
                .showing("affective")
                .visitor("Thank you dear Tobias, but the scale still shows nothing at all.")
                .meaning("problem-solving")
                .visitor("It has been dark since the update of yesterday.");

        Orientation found = talk.ofNobody().orientation();

        assertThat(found.name()).isEqualTo("instrumental");
        assertThat(found.evidence()).extracting(Evidence::message).containsExactly("m2", "m3");
    }

    @Test
    void whoGivesAndKeepsInTouchIsThereForTheRelationship() {
        Talk talk = new Talk()
                .meaning("praise")
                .visitor("Your technician did a wonderful job at our place.")
                .meaning("referral")
                .visitor("I have told all of our neighbours about it already.")
                .meaning("information-request")
                .visitor("When will he be here again, by the way?");

        assertThat(talk.ofNobody().orientation().name()).isEqualTo("relationship-oriented");
    }

    @Test
    void customersWhoHelpEachOtherCountToo() {
        Talk talk = new Talk()
                .meaning("problem-solving")
                .visitor("How does one clean the filter of the pump?")
                .meaning("peer-support")
                .says(Role.PEER, "We rinse ours with warm water every week.")
                .meaning("peer-support")
                .says(Role.PEER, "So do we, and it has never been clogged since.");

        assertThat(talk.ofNobody().orientation().name()).isEqualTo("relationship-oriented");
    }

    @Test
    void whereBothWeighTheSameItsWarmthTells() {
        assertThat(even("information-request", null).ofNobody().orientation().name())
                .isEqualTo("instrumental");
        assertThat(even("information-request", "affective")
                        .ofNobody()
                        .orientation()
                        .name())
                .isEqualTo("relationship-oriented");
    }

    private static Talk even(String wanted, String warmth) {
        Talk talk = new Talk().meaning("feedback");
        if (warmth != null) {
            talk.showing(warmth);
        }
        talk.visitor("The new lid is much better than the one before it.").meaning(wanted);
        if (warmth != null) {
            talk.showing(warmth);
        }
        return talk.visitor("Tell me the weight of the larger one.");
    }

    @Test
    void aGreetingOrNothingTellsNothing() {
        assertThat(new Talk()
                        .meaning("relationship-maintenance")
                        .visitor("Hello!")
                        .ofNobody()
                        .orientation())
                .isNull();
        assertThat(new Talk().visitor("Blue.").ofNobody().orientation()).isNull();
        assertThat(new Talk()
                        .visitor("Blue.")
                        .meaning("praise")
                        .agent("You have chosen a wonderful colour for it.")
                        .ofNobody()
                        .orientation())
                .isNull();
    }
}
