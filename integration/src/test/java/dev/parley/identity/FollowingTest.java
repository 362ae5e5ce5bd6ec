package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Change;
import dev.parley.crm.Change.Kind;
import dev.parley.crm.ChangeFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory follows what the CRM tells by itself, and reads the rest. */
class FollowingTest extends Matching {

    private static final Duration POLL = Duration.ofMinutes(1);

    /** A CRM that tells of changes, or does not. */
    private static final class ToldChanges implements ChangeFeed {
        private final Map<String, Long> begunAfter = new HashMap<>();
        private boolean flows = true;

        @Override
        public boolean follow(Collection<String> sobjects, Function<String, Long> after, Consumer<Change> taker) {
            sobjects.forEach(sobject -> begunAfter.put(sobject, after.apply(sobject)));
            return flows;
        }
    }

    private final ToldChanges feed = new ToldChanges();
    private Following following;

    @BeforeEach
    void load() {
        directory.load(Progress.SILENT);
        following = new Following(directory, feed, database.tx(), POLL, clock);
        following.follow();
        crm.calls();
    }

    private static Change change(String sobject, String id, Kind kind, Map<String, ?> fields) {
        ObjectNode json = new ObjectMapper().valueToTree(fields);
        return new Change(sobject, List.of(id), kind, json, MONDAY.plusSeconds(60), false, 7);
    }

    private List<String> accountsOn(String host) {
        return directory.find(By.ACCOUNT_HOST, host).stream().map(Known::id).toList();
    }

    @Test
    void aNewRecordIsFoundAtOnceAndWithoutACall() {
        following.take(change("Account", "001S", Kind.CREATED, Map.of("Website", "south.example", "Fax", "1")));
        following.follow();

        assertThat(accountsOn("south.example")).containsExactly("001S");
        assertThat(directory.current("Account", "001S").orElseThrow().has("Fax"))
                .isFalse();
        assertThat(crm.calls()).isEmpty();
    }

    @Test
    void aChangeLeavesTheOtherFieldsAlone() {
        Map<String, Object> fields = new HashMap<>(Map.of("FirstName", "Ann", "LastName", "Berg"));
        fields.put("Phone", null);

        following.take(change("Contact", "003A", Kind.UPDATED, fields));

        ObjectNode contact = directory.current("Contact", "003A").orElseThrow();
        assertThat(directory.find(By.CONTACT_EMAIL, "anna@nordwind.example").stream()
                        .map(Known::id))
                .containsExactly("003A");
        assertThat(contact.path("Name").asText()).isEqualTo("Ann Berg");
        assertThat(contact.path("Phone").isNull()).isTrue();
    }

    @Test
    void aDeletedRecordIsGoneAndAnUndeletedOneBack() {
        following.take(change("Account", "001N", Kind.DELETED, Map.of()));
        assertThat(accountsOn("nordwind.example")).isEmpty();

        following.take(change("Account", "001N", Kind.UNDELETED, Map.of("Website", "nordwind.example")));
        assertThat(accountsOn("nordwind.example")).containsExactly("001N");
    }

    @Test
    void whatWasMergedLeadsToWhatItWasMergedIntoAsLongAsThatIsThere() {
        crm.has("Account", "001W", "Name", "Westwind AB", "Website", "westwind.example");
        directory.refresh();
        List<Map<String, Set<String>>> moved = new ArrayList<>();
        directory.onMove(moved::add);
        crm.at(MONDAY.plusSeconds(70));
        crm.has("Account", "001N", "MasterRecordId", "001W").delete("Account", "001N");

        following.take(change("Account", "001N", Kind.DELETED, Map.of()));
        following.follow();

        assertThat(moved).contains(Map.of("001N", Set.of("001W")));
        assertThat(accountsOn("nordwind.example")).containsExactly("001W");
        assertThat(directory.find(Followed.ACCOUNT, "001N").map(Known::id)).contains("001W");
        assertThat(directory.current("Account", "001N")).isEmpty();
        assertThat(identify(withEmail("lo@nordwind.example")).accountId()).isEqualTo("001W");
        assertThat(identify(withEmail("anna@nordwind.example")).accountId()).isEqualTo("001W");

        following.take(change("Account", "001W", Kind.DELETED, Map.of()));
        assertThat(accountsOn("nordwind.example")).isEmpty();
        assertThat(directory.find(Followed.ACCOUNT, "001N")).isEmpty();
    }

    @Test
    void aChangeThatIsOlderThanWhatIsKnownIsPassedOver() {
        crm.at(MONDAY.plusSeconds(3600));
        crm.has("Account", "001N", "Website", "later.example");
        directory.refresh();

        following.take(change("Account", "001N", Kind.UPDATED, Map.of("Website", "earlier.example")));

        assertThat(accountsOn("later.example")).containsExactly("001N");
        assertThat(accountsOn("earlier.example")).isEmpty();
    }

    @Test
    void whatTheCrmDoesNotTellInFullIsReadInOneCall() {
        crm.at(MONDAY.plusSeconds(50));
        crm.has("Account", "001S", "Website", "south.example").has("Account", "001W", "Website", "west.example");

        following.take(change("Account", "001S", Kind.GAP, Map.of()));
        following.take(change("Account", "001W", Kind.UPDATED, Map.of("Phone", "1")));
        following.follow();

        assertThat(crm.calls()).hasSize(1);
        assertThat(accountsOn("south.example")).containsExactly("001S");
        assertThat(accountsOn("west.example")).containsExactly("001W");
    }

    @Test
    void whileChangesAreToldConversationsCauseNoCallsAndTimedPollsGoOn() {
        for (int second = 0; second < 59; second++) {
            clock.add(Duration.ofSeconds(1));
            following.follow();
            directory.refreshIfOlderThan(Duration.ofSeconds(2));
        }
        assertThat(crm.calls()).isEmpty();

        clock.add(Duration.ofSeconds(1));
        following.follow();
        assertThat(crm.calls()).hasSize(1);
    }

    @Test
    void whereNothingIsToldConversationsAreMatchedAgainstAFreshCopy() {
        feed.flows = false;
        following.follow();
        clock.add(Duration.ofSeconds(3));

        directory.refreshIfOlderThan(Duration.ofSeconds(2));

        assertThat(crm.calls()).hasSize(1);
    }

    @Test
    void whenItBeginsToBeToldAgainWhatWasMissedIsRead() {
        feed.flows = false;
        following.follow();
        crm.at(Instant.parse("2026-11-02T08:00:30Z"));
        crm.has("Account", "001S", "Website", "south.example");
        feed.flows = true;

        following.follow();

        assertThat(accountsOn("south.example")).containsExactly("001S");
    }

    @Test
    void aRestartGoesOnAfterTheLastChangeOfEachType() {
        following.take(change("Account", "001S", Kind.CREATED, Map.of()));

        new Following(directory, feed, database.tx(), POLL, clock).follow();

        assertThat(feed.begunAfter).containsEntry("Account", 7L).containsEntry("Lead", null);
    }

    @Test
    void aChangeThatTheOrgKeepsNoLongerIsNotGoneOnAfter() {
        following.take(change("Account", "001S", Kind.CREATED, Map.of()));
        clock.add(Duration.ofHours(72));

        new Following(directory, feed, database.tx(), POLL, clock).follow();

        assertThat(feed.begunAfter).containsEntry("Account", null);
    }
}
