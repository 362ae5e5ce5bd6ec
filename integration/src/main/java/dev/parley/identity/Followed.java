package dev.parley.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The object types that the directory follows, with the fields that matching itself needs. */
enum Followed {
    ACCOUNT("Account", "Name", "Website", "Phone", "BillingCountry", "Type", "ParentId", "OwnerId", Followed.MASTER),
    CONTACT(
            "Contact",
            "Name",
            "FirstName",
            "LastName",
            "Email",
            "Phone",
            "MobilePhone",
            "Title",
            "AccountId",
            "OwnerId",
            "Chat_Visitor_Id__c",
            Followed.MASTER),
    LEAD(
            "Lead",
            "Name",
            "FirstName",
            "LastName",
            "Email",
            "Phone",
            "MobilePhone",
            "Title",
            "Company",
            "Status",
            "IsConverted",
            "ConvertedContactId",
            "ConvertedAccountId",
            "ConvertedOpportunityId",
            "OwnerId",
            "Chat_Visitor_Id__c",
            Followed.MASTER),
    OPPORTUNITY(
            "Opportunity",
            "Name",
            "AccountId",
            "StageName",
            "IsClosed",
            "IsWon",
            "Amount",
            "CloseDate",
            "OwnerId",
            "LastModifiedDate"),
    ROLE("OpportunityContactRole", "OpportunityId", "ContactId", "Role", "IsPrimary");

    /** Of a record that was merged into another one: which one. */
    static final String MASTER = "MasterRecordId";

    private final String sobject;
    private final List<String> fields;

    Followed(String sobject, String... fields) {
        this.sobject = sobject;
        this.fields = List.of(fields);
    }

    static Optional<Followed> of(String sobject) {
        return Arrays.stream(values()).filter(f -> f.sobject.equals(sobject)).findFirst();
    }

    /** The fields by which a record belongs to others, or is what it is. */
    List<String> place() {
        return switch (this) {
            case ACCOUNT -> List.of("ParentId", MASTER);
            case CONTACT -> List.of("AccountId", MASTER);
            case LEAD -> List.of("IsConverted", "ConvertedContactId", MASTER);
            case OPPORTUNITY -> List.of("AccountId", "IsClosed");
            case ROLE -> List.of("OpportunityId", "ContactId");
        };
    }

    /** Whether records of it can be merged. */
    boolean merges() {
        return fields.contains(MASTER);
    }

    String sobject() {
        return sobject;
    }

    /** The fields to keep: those that matching needs and the given further ones, in one fixed order. */
    Set<String> fieldsWith(Set<String> further) {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(further);
        all.removeAll(Set.of("Id", "SystemModstamp", "IsDeleted"));
        return all;
    }
}
