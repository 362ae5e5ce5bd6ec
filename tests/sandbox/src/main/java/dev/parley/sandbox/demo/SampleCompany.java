package dev.parley.sandbox.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The CRM of the sample company as it stands before the first chat, read from {@code demo/org.json}.
 *
 * <p>Records point at each other by name: an owner is a user's key, an account its name, a person first and last name.
 * Fields carry Salesforce's names.
 *
 * @param company whose org it is
 * @param users the sellers, owners of all records, and who leads them
 * @param accounts customers, prospects and partners
 * @param contacts people at the accounts
 * @param leads people of companies that are no accounts yet, and one who was converted
 * @param opportunities open and closed
 * @param roles who plays which part in an opportunity
 */
record SampleCompany(
        Company company,
        List<User> users,
        List<Account> accounts,
        List<Contact> contacts,
        List<Lead> leads,
        List<Opportunity> opportunities,
        List<Role> roles) {

    record Company(String name, String website) {}

    record User(
            String key,
            @JsonProperty("FirstName") String firstName,
            @JsonProperty("LastName") String lastName,
            @JsonProperty("Email") String email,
            @JsonProperty("Username") String username,
            @JsonProperty("Alias") String alias,
            @JsonProperty("Title") String title,
            @JsonProperty("LanguageLocaleKey") String language,
            boolean manager) {}

    record Account(
            @JsonProperty("Name") String name,
            @JsonProperty("Website") String website,
            @JsonProperty("Phone") String phone,
            @JsonProperty("BillingCountry") String billingCountry,
            @JsonProperty("Industry") String industry,
            @JsonProperty("Type") String type,
            String owner) {}

    record Contact(
            String account,
            @JsonProperty("FirstName") String firstName,
            @JsonProperty("LastName") String lastName,
            @JsonProperty("Email") String email,
            @JsonProperty("Title") String title,
            @JsonProperty("Phone") String phone) {

        String name() {
            return firstName + " " + lastName;
        }
    }

    /** A person of interest; {@code convertedTo} is null while the lead is open, {@code website} may be null. */
    record Lead(
            @JsonProperty("FirstName") String firstName,
            @JsonProperty("LastName") String lastName,
            @JsonProperty("Email") String email,
            @JsonProperty("Company") String company,
            @JsonProperty("Website") String website,
            @JsonProperty("Country") String country,
            @JsonProperty("Phone") String phone,
            @JsonProperty("Title") String title,
            @JsonProperty("Status") String status,
            String owner,
            Conversion convertedTo) {

        String name() {
            return firstName + " " + lastName;
        }
    }

    record Conversion(String account, String contact) {}

    /** A deal; {@code closeDate} is an ISO 8601 period from the day of seeding, such as {@code P24D} or {@code -P95D}. */
    record Opportunity(
            @JsonProperty("Name") String name,
            String account,
            @JsonProperty("StageName") String stageName,
            @JsonProperty("CloseDate") String closeDate,
            @JsonProperty("Amount") long amount,
            String owner) {

        boolean open() {
            return !stageName.startsWith("Closed");
        }
    }

    record Role(
            String opportunity,
            String contact,
            @JsonProperty("Role") String role,
            @JsonProperty("IsPrimary") boolean primary) {}

    /** Reads the sample that is packed with this class. */
    static SampleCompany load() {
        try (InputStream json = SampleCompany.class.getResourceAsStream("/demo/org.json")) {
            return JsonMapper.builder().build().readValue(Objects.requireNonNull(json), SampleCompany.class);
        } catch (IOException e) {
            throw new UncheckedIOException("demo/org.json is not readable", e);
        }
    }
}
