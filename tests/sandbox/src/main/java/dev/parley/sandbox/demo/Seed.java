package dev.parley.sandbox.demo;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Brings the sample company into the org once.
 *
 * <p>The contact roles come last: where one stands the seed is complete and stays as people left it. A seed that broke
 * off goes on where it stopped, because every record is looked for by its name or e-mail first.
 */
final class Seed {

    private final OrgClient org;
    private final SampleCompany company;
    private final LocalDate today;

    Seed(OrgClient org, SampleCompany company, LocalDate today) {
        this.org = org;
        this.company = company;
        this.today = today;
    }

    /** Creates what is missing; returns false, and does nothing, where the company is complete. */
    boolean plant() {
        if (!org.query("SELECT Id FROM OpportunityContactRole LIMIT 1").isEmpty()) {
            return false;
        }
        Map<String, String> users = users();
        Map<String, String> accounts = plant(
                "Account", "Name", company.accounts(), SampleCompany.Account::name, account -> account(account, users));
        Map<String, String> contacts = contacts(accounts, users);
        leads(accounts, contacts, users);
        Map<String, String> opportunities = plant(
                "Opportunity",
                "Name",
                company.opportunities(),
                SampleCompany.Opportunity::name,
                deal -> opportunity(deal, accounts, users));
        org.create(
                "OpportunityContactRole",
                company.roles().stream()
                        .map(role -> object().put("OpportunityId", opportunities.get(role.opportunity()))
                                .put("ContactId", contacts.get(role.contact()))
                                .put("Role", role.role())
                                .put("IsPrimary", role.primary()))
                        .toList());
        return true;
    }

    private Map<String, String> users() {
        SalesTeam team = new SalesTeam(org);
        Map<String, String> byUsername =
                plant("User", "Username", company.users(), SampleCompany.User::username, user -> user(user)
                        .put("UserRoleId", team.roleOf(user)));
        team.permit(company.users(), byUsername);
        return company.users().stream()
                .collect(toMap(SampleCompany.User::key, user -> byUsername.get(user.username())));
    }

    private Map<String, String> contacts(Map<String, String> accounts, Map<String, String> users) {
        Map<String, String> owners = company.accounts().stream()
                .collect(toMap(SampleCompany.Account::name, account -> users.get(account.owner())));
        Map<String, String> byEmail =
                plant("Contact", "Email", company.contacts(), SampleCompany.Contact::email, contact -> object().put(
                                "AccountId", accounts.get(contact.account()))
                        .put("FirstName", contact.firstName())
                        .put("LastName", contact.lastName())
                        .put("Email", contact.email())
                        .put("Title", contact.title())
                        .put("Phone", contact.phone())
                        .put("OwnerId", owners.get(contact.account())));
        return company.contacts().stream()
                .collect(toMap(SampleCompany.Contact::name, contact -> byEmail.get(contact.email())));
    }

    private void leads(Map<String, String> accounts, Map<String, String> contacts, Map<String, String> users) {
        Map<String, String> byEmail =
                plant("Lead", "Email", company.leads(), SampleCompany.Lead::email, lead -> lead(lead, users));
        List<String> converted = org.query("SELECT Email FROM Lead WHERE IsConverted = true").stream()
                .map(lead -> lead.path("Email").asText())
                .toList();
        company.leads().stream()
                .filter(lead -> lead.convertedTo() != null && !converted.contains(lead.email()))
                .forEach(lead -> org.post(
                        "/sandbox/convert",
                        object().put("leadId", byEmail.get(lead.email()))
                                .put(
                                        "accountId",
                                        accounts.get(lead.convertedTo().account()))
                                .put(
                                        "contactId",
                                        contacts.get(lead.convertedTo().contact()))
                                .put("convertedStatus", "Closed - Converted")
                                .put("doNotCreateOpportunity", true)));
    }

    /** Creates those of the items that the org has not, and returns the ids of all by their key. */
    private <T> Map<String, String> plant(
            String sobject, String keyField, List<T> items, Function<T, String> key, Function<T, ObjectNode> fields) {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode found : org.query("SELECT Id, " + keyField + " FROM " + sobject)) {
            ids.put(found.path(keyField).asText(), found.path("Id").asText());
        }
        List<T> missing =
                items.stream().filter(item -> !ids.containsKey(key.apply(item))).toList();
        List<String> created = org.create(sobject, missing.stream().map(fields).toList());
        IntStream.range(0, missing.size()).forEach(at -> ids.put(key.apply(missing.get(at)), created.get(at)));
        return ids;
    }

    private static ObjectNode user(SampleCompany.User user) {
        return object().put("FirstName", user.firstName())
                .put("LastName", user.lastName())
                .put("Email", user.email())
                .put("Username", user.username())
                .put("Alias", user.alias())
                .put("Title", user.title())
                .put("TimeZoneSidKey", "Europe/Stockholm")
                .put("LocaleSidKey", "en_GB")
                .put("EmailEncodingKey", "UTF-8")
                .put("LanguageLocaleKey", user.language());
    }

    private static ObjectNode account(SampleCompany.Account account, Map<String, String> users) {
        return object().put("Name", account.name())
                .put("Website", account.website())
                .put("Phone", account.phone())
                .put("BillingCountry", account.billingCountry())
                .put("Industry", account.industry())
                .put("Type", account.type())
                .put("OwnerId", users.get(account.owner()));
    }

    private static ObjectNode lead(SampleCompany.Lead lead, Map<String, String> users) {
        return object().put("FirstName", lead.firstName())
                .put("LastName", lead.lastName())
                .put("Email", lead.email())
                .put("Company", lead.company())
                .put("Website", lead.website())
                .put("Country", lead.country())
                .put("Phone", lead.phone())
                .put("Title", lead.title())
                .put("Status", lead.status())
                .put("OwnerId", users.get(lead.owner()));
    }

    private ObjectNode opportunity(
            SampleCompany.Opportunity deal, Map<String, String> accounts, Map<String, String> users) {
        return object().put("Name", deal.name())
                .put("AccountId", accounts.get(deal.account()))
                .put("StageName", deal.stageName())
                .put("CloseDate", today.plus(Period.parse(deal.closeDate())).toString())
                .put("Amount", deal.amount())
                .put("OwnerId", users.get(deal.owner()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
