package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import dev.parley.mapping.People;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.MutableClock;

/** Who owns a conversation, and which user an agent is. */
class OwnersTest {

    private static final String QUEUE = "00G000000000001AAA";
    private static final String SALES = "00G000000000002AAA";
    private static final String ADA = "005000000000001AAA";
    private static final String BEN = "005000000000002AAA";
    private static final String CEM = "005000000000003AAA";
    private static final String PORTAL = "005000000000007AAA";
    private static final String LOOP = "005000000000004AAA";

    private final People people =
            new People(Map.of("web:a7", "Ada@company.example", "cem@chat.example", "cem@company.example"), "manager");
    private final OrgOfFour org = new OrgOfFour();
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private final Owners owners = new Owners(org, clock);

    @ParameterizedTest
    @CsvSource({
        "manager, " + ADA,
        "Sales, " + SALES,
        "ADA@company.example, " + ADA,
        "cem@company.example, " + QUEUE,
        "nobody@company.example, " + QUEUE,
        "No_Queue, " + QUEUE,
        ", " + QUEUE
    })
    void whatAnInactiveUserWouldOwnGoesToWhoStandsIn(String fallback, String owner) {
        assertThat(owned(CEM, fallback)).isEqualTo(owner);
    }

    @Test
    void whoMayNotOwnRecordsIsAsOneWhoLeft() {
        assertThat(owned(PORTAL, "manager")).isEqualTo(ADA);
        assertThat(owned(CEM, "portal@company.example")).isEqualTo(QUEUE);
    }

    @Test
    void theOwnerWhoWasFoundStaysUnlessInactive() {
        assertThat(owned(ADA, "manager")).isEqualTo(ADA);
        assertThat(owned(SALES, "manager")).isEqualTo(SALES);
        assertThat(owned("005000000000099AAA", "manager"))
                .as("unknown to the copy, so the org decides")
                .isEqualTo("005000000000099AAA");
        assertThat(owned(null, "manager")).as("nobody was found").isEqualTo(QUEUE);
        assertThat(owned(LOOP, "manager")).as("managers in a circle").isEqualTo(QUEUE);
    }

    @ParameterizedTest
    @CsvSource({
        "web, a7, , " + ADA,
        "web, a8, CEM@chat.example, ",
        "web, a9, ' ada@company.example', " + ADA,
        "web, ada@company.example, , " + ADA,
        "shop, a7, , ",
        "web, a10, shared@company.example, "
    })
    void anAgentIsTheUserOfTheFileOrOfTheAddress(String source, String id, String email, String user) {
        assertThat(owners.userId(source, id, email, people).orElse(null)).isEqualTo(user);
    }

    @Test
    void theUsersAreReadOnceAQuarterOfAnHour() {
        owned(ADA, null);
        owned(CEM, "manager");
        assertThat(org.asked).hasSize(1);

        clock.add(Duration.ofMinutes(16));
        org.active = true;
        assertThat(owned(CEM, "manager")).as("active again").isEqualTo(CEM);
        assertThat(org.asked).hasSize(2);
    }

    @Test
    void whereTheUsersCannotBeReadTheOwnerStays() {
        org.failure = new CrmException(CrmException.Kind.PERMANENT, "INSUFFICIENT_ACCESS", null);

        assertThat(owned(CEM, "manager")).isEqualTo(CEM);
    }

    @Test
    void anOrgThatDoesNotTellItsUsersIsAskedOnceAMinuteHoweverManyConversationsArePlanned() {
        org.failure = new CrmException(CrmException.Kind.TRANSIENT, "away", null);
        owned(CEM, "manager");
        owned(CEM, "manager");
        assertThat(org.asked).hasSize(1);

        org.failure = null;
        clock.add(Duration.ofSeconds(61));
        assertThat(owned(CEM, "manager")).isEqualTo(ADA);
    }

    private String owned(String owner, String fallback) {
        Identity identity = new Identity(
                Identity.Kind.CONTACT,
                Identity.Decision.AUTO,
                1,
                List.of(),
                null,
                null,
                null,
                null,
                owner,
                null,
                false,
                List.of());
        return owners.owned(identity, new People(Map.of(), fallback)).ownerId();
    }

    /** Cem and Ben are inactive, and Ben is Cem's manager, and Ada is Ben's. */
    private static final class OrgOfFour implements Crm {

        private final List<String> asked = new ArrayList<>();
        private boolean active;
        private CrmException failure;

        @Override
        public List<List<ObjectNode>> query(List<String> soql) {
            if (soql.get(0).contains("'Queue'")) {
                return List.of(List.of(node("Id", QUEUE)));
            }
            asked.add(soql.get(0));
            if (failure != null) {
                throw failure;
            }
            return List.of(
                    List.of(
                            user(ADA, "ada@company.example", "ada@company.example", true, null),
                            user(BEN, "ben@company.example", "shared@company.example", false, ADA),
                            user(CEM, "cem@company.example", "cem@company.example", active, BEN),
                            user(LOOP, "loop@company.example", "shared@company.example", false, LOOP),
                            user(PORTAL, "portal@company.example", "portal@company.example", true, ADA),
                            user("005000000000005AAA", "e@company.example", "shared@company.example", true, null),
                            user("005000000000006AAA", "f@company.example", "shared@company.example", true, null)),
                    List.of(
                            node("Id", SALES).put("DeveloperName", "Sales").put("Type", "Queue"),
                            node("Id", "00G000000000003AAA")
                                    .put("DeveloperName", "No_Queue")
                                    .put("Type", "Regular")));
        }

        private static ObjectNode user(String id, String username, String email, boolean active, String manager) {
            return node("Id", id)
                    .put("Username", username)
                    .put("Email", email)
                    .put("IsActive", active)
                    .put("UserType", id.equals(PORTAL) ? "CSPLitePortal" : "Standard")
                    .put("ManagerId", manager);
        }

        private static ObjectNode node(String name, String value) {
            return JsonNodeFactory.instance.objectNode().put(name, value);
        }

        @Override
        public List<List<ObjectNode>> queryAll(List<String> soql) {
            return query(soql);
        }

        @Override
        public Org org() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Describe describe(String sobject) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<WriteResult> write(List<RecordWrite> writes) {
            throw new UnsupportedOperationException();
        }
    }
}
