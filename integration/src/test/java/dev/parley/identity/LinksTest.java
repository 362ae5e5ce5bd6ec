package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.identity.Identity.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decide is kept, wins, teaches, and can be taken back. */
class LinksTest extends Matching {

    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final long FIRST = 1;
    private static final long SECOND = 2;

    private Links links;

    @BeforeEach
    void twoConversations() {
        links = new Links(database.tx());
        crm.has("Account", "001S", "Name", "South Ltd", "Website", "south.example");
        for (long id : List.of(FIRST, SECOND)) {
            database.tx().run(em -> em.createNativeQuery(
                            "insert into conversation (id, source, subject, version, state, live,"
                                    + " received_at, applied_version, matters, attempts, background, meeting_only)"
                                    + " values (:id, 'site', :subject, 1, '{}', true, :at, 1, false, 0, false, false)")
                    .setParameter("id", id)
                    .setParameter("subject", "c" + id)
                    .setParameter("at", MONDAY)
                    .executeUpdate());
        }
    }

    @Test
    void aDecisionWinsAndTheDomainGoesTheSameWayFromThenOn() {
        settle(FIRST, "gus@nordwind.example");
        decide(FIRST, "gus@nordwind.example", Map.of(Manual.ACCOUNT, "001S"));

        Identity decided = settle(FIRST, "gus@nordwind.example");
        Identity next = settle(SECOND, "ida@nordwind.example");

        assertThat(decided.accountId()).isEqualTo("001S");
        assertThat(decided.decision()).isEqualTo(Decision.MANUAL);
        assertThat(next.accountId()).isEqualTo("001S");
        assertThat(next.decision()).isEqualTo(Decision.AUTO);
        assertThat(next.evidence()).contains("a person linked this domain to South Ltd on 2026-11-03");
    }

    @Test
    void aKnownContactStaysWithTheirOwnAccountWhateverTheirDomainWasTaught() {
        decide(FIRST, "gus@nordwind.example", Map.of(Manual.ACCOUNT, "001S"));

        assertThat(settle(SECOND, "anna@nordwind.example").accountId()).isEqualTo("001N");
    }

    @Test
    void whatIsTaughtOfAFreeMailAddressIsTheAddressAlone() {
        decide(FIRST, "gus@gmail.com", Map.of(Manual.ACCOUNT, "001S"));

        assertThat(settle(SECOND, "gus@gmail.com").accountId()).isEqualTo("001S");
        assertThat(settle(SECOND, "ida@gmail.com").accountId()).isNull();
    }

    @Test
    void thatADomainIsNobodysIsTaughtToo() {
        Map<String, String> none = new HashMap<>();
        none.put(Manual.ACCOUNT, null);
        decide(FIRST, "gus@nordwind.example", none);

        Identity next = settle(SECOND, "ida@nordwind.example");

        assertThat(next.accountId()).isNull();
        assertThat(next.evidence()).contains("a person said on 2026-11-03 that this domain is no account's");
    }

    @Test
    void anUndoneDecisionTeachesNothingAnyMore() {
        settle(FIRST, "gus@nordwind.example");
        decide(FIRST, "gus@nordwind.example", Map.of(Manual.ACCOUNT, "001S"));
        settle(FIRST, "gus@nordwind.example");

        assertThat(undo(FIRST)).isTrue();

        assertThat(settle(FIRST, "gus@nordwind.example").accountId()).isEqualTo("001N");
        assertThat(settle(SECOND, "ida@nordwind.example").accountId()).isEqualTo("001N");
    }

    @Test
    void aDecisionCanBeUndoneBeforeItWasWritten() {
        settle(FIRST, "gus@nordwind.example");
        decide(FIRST, "gus@nordwind.example", Map.of(Manual.ACCOUNT, "001S"));

        assertThat(undo(FIRST)).isTrue();

        assertThat(settle(FIRST, "gus@nordwind.example").accountId()).isEqualTo("001N");
    }

    @Test
    void anUndoneAutomaticLinkIsNotMadeAgainAndThereIsNothingMoreToUndo() {
        settle(FIRST, "anna@nordwind.example");

        assertThat(undo(FIRST)).isTrue();

        Identity nobody = settle(FIRST, "anna@nordwind.example");
        assertThat(nobody.accountId()).isNull();
        assertThat(nobody.contactId()).isNull();
        assertThat(nobody.mayBeLead()).isFalse();
        assertThat(nobody.decision()).isEqualTo(Decision.MANUAL);
        assertThat(undo(FIRST)).isFalse();
    }

    @Test
    void whoFoundNobodyWaitsForTheRecordThatWouldMatchThem() {
        settle(FIRST, "lo@unheard.example");
        settle(SECOND, "anna@nordwind.example");
        crm.at(MONDAY.plusSeconds(60));
        List<Long> woken = new ArrayList<>();
        directory.watch(records -> woken.addAll(links.waitingFor(records)));

        crm.has("Account", "001U", "Website", "www.unheard.example");
        directory.refresh();
        assertThat(woken).containsOnly(FIRST);
        crm.at(MONDAY.plusSeconds(7200));
        clock.add(Duration.ofHours(2));
        directory.refresh();
        directory.refresh();
        woken.clear();

        crm.has("Contact", "003L", "Email", "lo@unheard.example");
        directory.refresh();
        assertThat(woken).containsOnly(FIRST);
    }

    @Test
    void aTalkThatHadAnOpportunityOnceMakesNoneHoweverThatEnded() {
        String makes = "opportunities: { onBuyingSignal: make }";
        assertThat(look(FIRST, "anna@nordwind.example", makes).opportunityKey()).isEqualTo("001N:1");
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", false);
        settle(FIRST, "anna@nordwind.example");
        crm.at(MONDAY.plusSeconds(60));
        crm.has("Opportunity", "006A", "AccountId", "001N", "IsClosed", true);

        assertThat(look(FIRST, "anna@nordwind.example", makes).opportunityKey()).isNull();
        assertThat(look(SECOND, "anna@nordwind.example", makes).opportunityKey())
                .isEqualTo("001N:1");
    }

    @Test
    void whatWaitsForAPersonIsListedInPages() {
        crm.has("Contact", "003B", "Email", "anna@nordwind.example");
        settle(FIRST, "anna@nordwind.example");
        settle(SECOND, "anna@nordwind.example");

        assertThat(links.inReview(0, 1)).containsExactly(FIRST);
        assertThat(links.inReview(FIRST, 5)).containsExactly(SECOND);
        decide(SECOND, "anna@nordwind.example", Map.of(Manual.CONTACT, "003B"));
        settle(SECOND, "anna@nordwind.example");
        assertThat(links.inReview(FIRST, 5)).isEmpty();
    }

    private Identity settle(long conversation, String email) {
        Identity identity = look(conversation, email);
        database.tx().run(em -> Links.remember(em, conversation, identity, TUESDAY));
        return identity;
    }

    private Identity look(long conversation, String email) {
        return look(conversation, email, "newRecords: lead");
    }

    private Identity look(long conversation, String email, String rules) {
        directory.refresh();
        return new Matcher(directory, links, SignedIds.NONE, id -> "")
                .identify(
                        withEmail(email), new Talk(conversation, MONDAY, MONDAY, null, Set.of(), null), policy(rules));
    }

    private void decide(long conversation, String email, Map<String, String> given) {
        List<String> keys = look(conversation, email).keys();
        database.tx().run(em -> Links.decide(em, conversation, given, keys, TUESDAY));
    }

    private boolean undo(long conversation) {
        return database.tx().call(em -> Links.undo(em, conversation, TUESDAY));
    }
}
