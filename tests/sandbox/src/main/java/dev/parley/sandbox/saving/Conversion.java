package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts a lead into an account, a contact and, unless it is not wanted, an opportunity. A lead without a company becomes
 * a person account, whose contact is its own. Tasks and events move to the contact; custom look-ups stay with the lead, as
 * in Salesforce.
 */
public final class Conversion {
    private static final Map<String, String> TO_CONTACT = Map.of(
            "FirstName", "FirstName",
            "LastName", "LastName",
            "Salutation", "Salutation",
            "Email", "Email",
            "Phone", "Phone",
            "MobilePhone", "MobilePhone",
            "Title", "Title",
            "LeadSource", "LeadSource");
    private static final Map<String, String> TO_ACCOUNT =
            Map.of("Company", "Name", "Website", "Website", "Phone", "Phone", "Industry", "Industry");
    private static final Map<String, String> TO_PERSON = Map.of(
            "FirstName", "FirstName",
            "LastName", "LastName",
            "Salutation", "Salutation",
            "Email", "PersonEmail",
            "Phone", "Phone",
            "MobilePhone", "PersonMobilePhone",
            "Title", "PersonTitle",
            "LeadSource", "PersonLeadSource",
            "Website", "Website");

    private final Schema org;
    private final Transaction transaction;
    private final Saver saver;

    /** Converts with the saver's rights. */
    public Conversion(Schema org, Transaction transaction, Saver saver) {
        this.org = org;
        this.transaction = transaction;
        this.saver = saver;
    }

    /**
     * What is to come of the lead.
     *
     * @param leadId the lead
     * @param accountId the account to join, null for a new one
     * @param contactId the contact to join, null for a new one
     * @param opportunityName the name of the new opportunity, null for the company's name and a dash
     * @param withoutOpportunity whether no opportunity is wanted
     */
    public record Request(
            String leadId, String accountId, String contactId, String opportunityName, boolean withoutOpportunity) {}

    /**
     * What has come of it.
     *
     * @param opportunityId null where none was wanted
     */
    public record Result(String leadId, String accountId, String contactId, String opportunityId) {}

    /** Converts. */
    public Result convert(Request request) {
        SObject lead = transaction
                .byId(request.leadId())
                .filter(found -> found.type().name().equals("Lead") && !found.isDeleted())
                .orElseThrow(() -> SalesforceError.badRequest("INVALID_ID_FIELD", "invalid lead id", "leadId"));
        if (lead.isTrue("IsConverted")) {
            throw SalesforceError.badRequest("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
        String account = request.accountId() == null ? newAccount(lead) : request.accountId();
        String contact = request.contactId() == null ? contactOf(account, lead) : request.contactId();
        String opportunity = request.withoutOpportunity() ? null : newOpportunity(lead, account, request);
        close(lead, account, contact, opportunity);
        moveActivities(lead, contact, opportunity == null ? account : opportunity);
        return new Result(lead.id(), account, contact, opportunity);
    }

    private String newAccount(SObject lead) {
        return insert("Account", copy(lead, lead.get("Company") == null ? TO_PERSON : TO_ACCOUNT));
    }

    /** A person account has the only contact that it ever has. */
    private String contactOf(String account, SObject lead) {
        return transaction
                .byId(account)
                .filter(found -> found.isTrue("IsPersonAccount"))
                .map(person -> person.text("PersonContactId"))
                .orElseGet(() -> newContact(lead, account));
    }

    private String newContact(SObject lead, String account) {
        Map<String, Object> values = copy(lead, TO_CONTACT);
        values.put("AccountId", account);
        return insert("Contact", values);
    }

    private String newOpportunity(SObject lead, String account, Request request) {
        String whose = lead.text(lead.get("Company") == null ? "Name" : "Company");
        String name = request.opportunityName() == null ? whose + "-" : request.opportunityName();
        LocalDate endOfQuarter =
                LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC).plusMonths(3);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Name", name);
        values.put("AccountId", account);
        values.put("StageName", "Prospecting");
        values.put("CloseDate", endOfQuarter);
        return insert("Opportunity", values);
    }

    private static Map<String, Object> copy(SObject lead, Map<String, String> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach((from, to) -> {
            if (lead.get(from) != null) {
                values.put(to, lead.get(from));
            }
        });
        return values;
    }

    private String insert(String typeName, Map<String, Object> values) {
        SObjectType type = org.find(typeName).orElseThrow();
        Map<Field, Object> byField = new LinkedHashMap<>();
        values.forEach((name, value) -> byField.put(type.field(name).orElseThrow(), value));
        return saver.insert(new Draft(type, null, byField, List.of()));
    }

    private void close(SObject lead, String account, String contact, String opportunity) {
        Map<String, Object> values = new LinkedHashMap<>(lead.values());
        values.put("Status", "Closed - Converted");
        values.put("IsConverted", true);
        values.put("ConvertedDate", LocalDate.ofInstant(transaction.now(), ZoneOffset.UTC));
        values.put("ConvertedAccountId", account);
        values.put("ConvertedContactId", contact);
        if (opportunity != null) {
            values.put("ConvertedOpportunityId", opportunity);
        }
        values.put("LastModifiedDate", transaction.now());
        values.put("SystemModstamp", transaction.now());
        transaction.put(lead.type(), lead.id(), values);
    }

    private void moveActivities(SObject lead, String contact, String about) {
        for (String name : List.of("Task", "Event")) {
            SObjectType type = org.find(name).orElseThrow();
            Field who = type.field("WhoId").orElseThrow();
            transaction.withValue(type, who, lead.id()).toList().forEach(activity -> {
                Map<String, Object> values = new LinkedHashMap<>(activity.values());
                values.put("WhoId", contact);
                values.put("WhatId", about);
                values.put("SystemModstamp", transaction.now());
                transaction.put(activity.type(), activity.id(), values);
            });
        }
    }
}
