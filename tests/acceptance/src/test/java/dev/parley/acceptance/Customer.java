package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/**
 * A customer in the CRM, as its sellers keep it: an account, a contact there, and an open opportunity.
 *
 * @param account the account's id
 * @param contact the contact's id
 * @param opportunity the opportunity's id
 * @param person the contact as a chat service knows them
 */
record Customer(String account, String contact, String opportunity, Map<String, String> person) {

    /** A customer of that name, which is also its domain: {@code {name}.example}. */
    static Customer with(Org org, String name) {
        String account = org.create("Account", Map.of("Name", name, "Website", "https://www." + name + ".example"));
        String email = "kim@" + name + ".example";
        String contact = org.create(
                "Contact", Map.of("FirstName", "Kim", "LastName", name, "Email", email, "AccountId", account));
        return new Customer(
                account,
                contact,
                opportunity(org, account, name + " rollout"),
                Map.of("id", "kim-" + name, "name", "Kim " + name, "email", email));
    }

    /** The same, when Parley has heard of them. */
    static Customer known(Org org, ChatService chats, String name) {
        Customer customer = with(org, name);
        Chat chat =
                Chat.of("first-" + name).started(Map.copyOf(customer.person())).visitor("Hello");
        await("Parley has heard of " + name).atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            chats.tell(chat);
            assertThat(chats.view(chat)
                            .at("/identity/contactId")
                            .asText(chats.view(chat).toString()))
                    .isEqualTo(customer.contact());
        });
        return customer;
    }

    /** One more open opportunity. */
    static String opportunity(Org org, String account, String name) {
        return org.create(
                "Opportunity",
                Map.of(
                        "Name",
                        name,
                        "AccountId",
                        account,
                        "StageName",
                        "Prospecting",
                        "CloseDate",
                        LocalDate.now().plusMonths(1).toString()));
    }
}
