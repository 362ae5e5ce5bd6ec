package dev.parley.sandbox;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.PackageGroup;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.Profiles;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is in an org before anyone has made a record: itself, its first users, its groups and its sales stages. */
final class Seed {
    static final String ADMINISTRATOR = "admin@parley.example";
    static final String INTEGRATION_USER = "integration@parley.example";

    private final Schema schema;
    private final Transaction transaction;
    private String administrator;

    private Seed(Schema schema, Transaction transaction) {
        this.schema = schema;
        this.transaction = transaction;
    }

    /** The org's own record, if it was planted. */
    static SObject organization(Schema schema, Records records) {
        return records.all(schema.find("Organization").orElseThrow())
                .findFirst()
                .orElse(null);
    }

    /** The user with that name. */
    static SObject user(Schema schema, Records records, String username) {
        SObjectType type = schema.find("User").orElseThrow();
        return records.withValue(type, type.field("Username").orElseThrow(), username)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The sandbox org has no user " + username));
    }

    /** Plants a new org. */
    static void plant(Schema schema, Transaction transaction, String orgId, List<PackageGroup> groups) {
        Seed seed = new Seed(schema, transaction);
        seed.administrator = transaction.nextId(schema.find("User").orElseThrow());
        String integration = transaction.nextId(schema.find("User").orElseThrow());
        Map<String, String> profiles = seed.profiles();
        String top = seed.role("Parley_Integration", "Parley Integration", null);
        String sales = seed.role("Sales", "Sales", top);
        seed.user(seed.administrator, ADMINISTRATOR, "Ada", "Admin", profiles.get(Profiles.ADMINISTRATOR), sales);
        seed.user(integration, INTEGRATION_USER, "Parley", "Integration", profiles.get(Profiles.API_ONLY), top);
        seed.organization(orgId);
        Stage.standard().forEach(seed::stage);
        groups.forEach(group -> seed.group(group, integration));
    }

    /** Gives the first users of an org that was planted before there were profiles theirs. */
    static void complete(Schema schema, Transaction transaction) {
        if (transaction.count(schema.find("Profile").orElseThrow()) > 0) {
            return;
        }
        Seed seed = new Seed(schema, transaction);
        SObject administrator = user(schema, transaction, ADMINISTRATOR);
        seed.administrator = administrator.id();
        Map<String, String> profiles = seed.profiles();
        String top = seed.role("Parley_Integration", "Parley Integration", null);
        String sales = seed.role("Sales", "Sales", top);
        seed.place(administrator, profiles.get(Profiles.ADMINISTRATOR), sales);
        seed.place(user(schema, transaction, INTEGRATION_USER), profiles.get(Profiles.API_ONLY), top);
    }

    private void place(SObject user, String profileId, String roleId) {
        Map<String, Object> values = new LinkedHashMap<>(user.values());
        values.put("ProfileId", profileId);
        values.put("UserRoleId", roleId);
        transaction.put(user.type(), user.id(), values);
    }

    private Map<String, String> profiles() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String name : Profiles.ALL) {
            ids.put(name, next("Profile"));
            put("Profile", ids.get(name), of("Name", name, "UserType", "Standard"));
        }
        return ids;
    }

    /** A role; the integration user's stands above all others, as its guide recommends. */
    private String role(String developerName, String name, String above) {
        String id = next("UserRole");
        Map<String, Object> values = of("Name", name, "DeveloperName", developerName);
        if (above != null) {
            values.put("ParentRoleId", above);
        }
        put("UserRole", id, values);
        return id;
    }

    private void user(String id, String username, String firstName, String lastName, String profileId, String roleId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Username", username);
        values.put("FirstName", firstName);
        values.put("LastName", lastName);
        values.put("Name", firstName + " " + lastName);
        values.put("Email", username);
        values.put("Alias", lastName.toLowerCase(Locale.ROOT).substring(0, 5));
        values.put("IsActive", true);
        values.put("TimeZoneSidKey", "UTC");
        values.put("LocaleSidKey", "en_US");
        values.put("LanguageLocaleKey", "en_US");
        values.put("EmailEncodingKey", "UTF-8");
        values.put("UserType", "Standard");
        values.put("ProfileId", profileId);
        values.put("UserRoleId", roleId);
        put("User", id, values);
    }

    private void organization(String id) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Name", "Parley Sandbox Org");
        values.put("InstanceName", "LOCAL1");
        values.put("IsSandbox", true);
        values.put("OrganizationType", "Developer Edition");
        values.put("TimeZoneSidKey", "UTC");
        values.put("DefaultLocaleSidKey", "en_US");
        values.put("LanguageLocaleKey", "en_US");
        put("Organization", id, values);
    }

    private void stage(Stage stage) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("MasterLabel", stage.name());
        values.put("ApiName", stage.name());
        values.put("IsActive", true);
        values.put("SortOrder", stage.order());
        values.put("IsClosed", stage.closed());
        values.put("IsWon", stage.won());
        values.put("ForecastCategory", stage.forecast().replace(" ", ""));
        values.put("ForecastCategoryName", stage.forecast());
        values.put("DefaultProbability", BigDecimal.valueOf(stage.probability()));
        put("OpportunityStage", next("OpportunityStage"), values);
    }

    private void group(PackageGroup group, String integration) {
        String id = next("Group");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Name", group.name());
        values.put("DeveloperName", group.developerName());
        values.put("Type", group.isQueue() ? "Queue" : "Regular");
        values.put("DoesSendEmailToMembers", false);
        put("Group", id, values);
        group.types()
                .forEach(type -> put("QueueSobject", next("QueueSobject"), of("QueueId", id, "SobjectType", type)));
        put("GroupMember", next("GroupMember"), of("GroupId", id, "UserOrGroupId", integration));
    }

    private static Map<String, Object> of(String first, Object one, String second, Object other) {
        return new LinkedHashMap<>(Map.of(first, one, second, other));
    }

    private String next(String type) {
        return transaction.nextId(schema.find(type).orElseThrow());
    }

    private void put(String typeName, String id, Map<String, Object> values) {
        values.put("Id", id);
        values.put("IsDeleted", false);
        values.put("CreatedDate", transaction.now());
        values.put("CreatedById", administrator);
        values.put("LastModifiedDate", transaction.now());
        values.put("LastModifiedById", administrator);
        values.put("SystemModstamp", transaction.now());
        transaction.put(schema.find(typeName).orElseThrow(), id, values);
    }
}
