package dev.parley.sandbox.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The sample company's CRM holds together, and what is expected of the conversations can be found in it. */
class SampleCompanyTest {

    private static final SampleCompany ORG = SampleCompany.load();
    private static final List<String> ACCOUNTS =
            ORG.accounts().stream().map(SampleCompany.Account::name).toList();
    private static final List<String> USERS =
            ORG.users().stream().map(SampleCompany.User::key).toList();
    private static final Map<String, SampleCompany.Contact> CONTACTS =
            ORG.contacts().stream().collect(toMap(SampleCompany.Contact::name, Function.identity()));
    private static final Map<String, SampleCompany.Opportunity> OPPORTUNITIES =
            ORG.opportunities().stream().collect(toMap(SampleCompany.Opportunity::name, Function.identity()));

    @Test
    void itIsLargeEnoughToShowSomething() {
        assertThat(ORG.accounts()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(ORG.contacts()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(ORG.users())
                .hasSize(6)
                .filteredOn(SampleCompany.User::manager)
                .hasSize(1);
        assertThat(ORG.leads()).filteredOn(lead -> lead.convertedTo() == null).hasSizeGreaterThanOrEqualTo(3);
        assertThat(ORG.leads()).filteredOn(lead -> lead.convertedTo() != null).hasSize(1);
    }

    @Test
    void accountsHaveNoneOneOrTwoOpenOpportunities() {
        Map<String, Long> open = ORG.opportunities().stream()
                .filter(SampleCompany.Opportunity::open)
                .collect(groupingBy(SampleCompany.Opportunity::account, counting()));
        assertThat(ACCOUNTS).extracting(name -> open.getOrDefault(name, 0L)).contains(0L, 1L, 2L);
    }

    @Test
    void everyRecordPointsAtOneThatExists() {
        assertThat(ORG.accounts()).extracting(SampleCompany.Account::owner).isSubsetOf(USERS);
        assertThat(ORG.leads()).extracting(SampleCompany.Lead::owner).isSubsetOf(USERS);
        assertThat(ORG.contacts()).extracting(SampleCompany.Contact::account).isSubsetOf(ACCOUNTS);
        assertThat(ORG.opportunities()).allSatisfy(deal -> {
            assertThat(deal.account()).isIn(ACCOUNTS);
            assertThat(deal.owner()).isIn(USERS);
            assertThat(Period.parse(deal.closeDate()).isNegative()).isEqualTo(!deal.open());
        });
        assertThat(ORG.roles())
                .allSatisfy(role -> assertThat(CONTACTS.get(role.contact()).account())
                        .isEqualTo(OPPORTUNITIES.get(role.opportunity()).account()));
    }

    @Test
    void contactsWriteFromTheirAccountsDomain() {
        Map<String, String> websites =
                ORG.accounts().stream().collect(toMap(SampleCompany.Account::name, SampleCompany.Account::website));
        assertThat(ORG.contacts()).allSatisfy(contact -> assertThat(websites.get(contact.account()))
                .endsWith(".example")
                .isEqualTo("https://www."
                        + contact.email().substring(contact.email().indexOf('@') + 1)));
    }

    @Test
    void whatIsExpectedOfAConversationStandsInTheOrg() {
        List<String> leads = ORG.leads().stream().map(SampleCompany.Lead::name).toList();
        assertThat(SampleConversation.all()).allSatisfy(conversation -> {
            SampleConversation.Expected expected = conversation.expected();
            assertThat(expected.account()).as(conversation.id()).isIn(withNull(ACCOUNTS));
            assertThat(expected.lead()).as(conversation.id()).isIn(withNull(leads, "new"));
            if (expected.contact() != null) {
                assertThat(CONTACTS.get(expected.contact()).account()).isEqualTo(expected.account());
            }
            if (expected.opportunity() != null) {
                SampleCompany.Opportunity deal = OPPORTUNITIES.get(expected.opportunity());
                assertThat(deal.account()).isEqualTo(expected.account());
                assertThat(deal.open()).isTrue();
            }
        });
    }

    @Test
    void everyKindOfMatchIsExpectedSomewhere() {
        List<SampleConversation.Expected> expected = SampleConversation.all().stream()
                .map(SampleConversation::expected)
                .toList();
        assertThat(expected).filteredOn(match -> match.contact() != null).isNotEmpty();
        assertThat(expected)
                .filteredOn(match -> "new".equals(match.lead()) && match.account() == null)
                .isNotEmpty();
        assertThat(expected)
                .filteredOn(match -> "new".equals(match.lead()) && match.account() != null)
                .isNotEmpty();
        assertThat(expected)
                .filteredOn(match -> match.lead() != null && !"new".equals(match.lead()))
                .isNotEmpty();
        assertThat(expected)
                .filteredOn(match -> match.account() != null && match.contact() == null && match.lead() == null)
                .isNotEmpty();
        assertThat(expected)
                .filteredOn(match -> match.account() == null && match.lead() == null)
                .isNotEmpty();
        assertThat(expected)
                .extracting(SampleConversation.Expected::opportunity)
                .anyMatch(Objects::nonNull);
    }

    private static List<String> withNull(List<String> names, String... more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(List.of(more));
        all.add(null);
        return all;
    }
}
