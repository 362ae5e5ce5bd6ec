package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.admin.Manifest.ObjectAccess;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Trait;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import dev.parley.mapping.MappingFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a new installation gets wrong in the org. */
class OrgChecksTest {

    private final Fake crm = new Fake();

    @Test
    void credentialsThatAreRefused() {
        crm.failure = new CrmException(Kind.NEEDS_LOGIN, "login failed with HTTP 400: invalid_client", null);

        assertThat(org(null)).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(diagnosis.what()).isEqualTo("login failed with HTTP 400: invalid_client");
            assertThat(diagnosis.next()).startsWith("Look at crm.clientId and crm.clientSecret");
        });
    }

    @Test
    void anOrgThatTheStoreDoesNotBelongTo() {
        assertThat(org("00D000000000001AAA")).extracting(Diagnosis::verdict).containsExactly(Verdict.OK);
        assertThat(org(null))
                .singleElement()
                .extracting(Diagnosis::what)
                .asString()
                .contains("a sandbox: mail goes");
        assertThat(org("00D000000000002AAA"))
                .last()
                .isEqualTo(Diagnosis.failed(
                        "https://org",
                        "the store belongs to another org, 00D000000000002AAA",
                        "Set crm.url back, or home to another folder."));
    }

    @Test
    void aPackageThatIsNotDeployed() {
        assertThat(objects("Chat_Conversation__c", "Source__c: conversation.source"))
                .singleElement()
                .extracting(Diagnosis::next)
                .isEqualTo("Deploy the package first, then: Give the integration user the permission set"
                        + " Chat_Sync_Integration.");
    }

    @Test
    void permissionsThatAreMissing() {
        crm.objects.put("Lead", describe("Lead", true, false, key(), field("LastName", true), field("Company", false)));

        assertThat(objects("Lead", "LastName: visitor.lastName", "Company: visitor.company"))
                .extracting(diagnosis -> diagnosis.where() + " " + diagnosis.what() + " → " + diagnosis.next())
                .contains(
                        "Lead records may not be changed → Give the integration user the permission set"
                                + " Chat_Sync_Integration.",
                        "salesforce/x.yaml:8:3 not-writeable: the integration user may not write 'Company' → Mend the"
                                + " file; if it is right: Give the integration user the permission set"
                                + " Chat_Sync_Integration.");
    }

    @Test
    void aMisspeltFieldIsNoMatterOfPermissions() {
        crm.objects.put("Lead", describe("Lead", true, true, key(), field("LastName", true)));

        assertThat(objects("Lead", "LastNmae: { from: visitor.lastName, max: 80 }"))
                .containsExactly(Diagnosis.failed(
                        "salesforce/x.yaml:7:3",
                        "unknown-field: the org's Lead has no field 'LastNmae', or hides it from the integration user",
                        "Did you mean 'LastName'? Mend the file."));
    }

    @Test
    void anOrgThatIsAwayIsSaidOnce() {
        crm.failure = new CrmException(Kind.TRANSIENT, "describe of Lead failed: refused", null);
        ObjectAccess lead = new ObjectAccess("Lead", List.of("read"));
        ObjectAccess task = new ObjectAccess("Task", List.of("read"));

        assertThat(new ObjectsCheck(
                                crm,
                                List.of(lead, task),
                                MappingFiles.load(Map.of()).mappings())
                        .diagnose())
                .containsExactly(Diagnosis.failed(
                        "integration user",
                        "describe of Lead failed: refused",
                        "See that crm.url is right and can be reached from here, then try again."));
    }

    @Test
    void nothing() {
        crm.objects.put("Lead", describe("Lead", true, true, key(), field("LastName", true)));

        assertThat(objects("Lead", "LastName: { from: visitor.lastName, max: 80 }"))
                .containsExactly(Diagnosis.ok("integration user", "may do all it must with 1 objects"));
    }

    private List<Diagnosis> org(String bound) {
        return new OrgCheck("https://org", crm, () -> Optional.ofNullable(bound), "mail goes into the sink").diagnose();
    }

    private List<Diagnosis> objects(String sobject, String... fields) {
        ObjectAccess access = new ObjectAccess(sobject, List.of("create", "read", "update"));
        String file =
                "sobject: %s\nexternalId: Key__c\nkey: visitor.id\nassignment: none\nduplicates: allow\nfields:\n  %s\n"
                        .formatted(sobject, String.join("\n  ", fields));
        return new ObjectsCheck(
                        crm,
                        List.of(access),
                        MappingFiles.load(Map.of("salesforce/x.yaml", file)).mappings())
                .diagnose();
    }

    private static Describe describe(String name, boolean create, boolean update, Describe.Field... fields) {
        Map<String, Describe.Field> byName = new HashMap<>();
        for (Describe.Field field : fields) {
            byName.put(field.name(), field);
        }
        return new Describe(name, name, create, update, byName, List.of());
    }

    private static Describe.Field key() {
        Set<Trait> traits = Set.of(Trait.CREATEABLE, Trait.EXTERNAL_ID, Trait.ID_LOOKUP, Trait.UNIQUE);
        return new Describe.Field("Key__c", "string", 255, traits, List.of(), List.of(), null);
    }

    private static Describe.Field field(String name, boolean writable) {
        Set<Trait> traits = writable ? Set.of(Trait.CREATEABLE, Trait.UPDATEABLE) : Set.of();
        return new Describe.Field(name, "string", 80, traits, List.of(), List.of(), null);
    }

    /** An org with some objects. */
    private static final class Fake implements Crm {
        private final Map<String, Describe> objects = new HashMap<>();
        private CrmException failure;

        @Override
        public Org org() {
            if (failure != null) {
                throw failure;
            }
            return new Org("00D000000000001AAA", "Example", true, "005000000000001AAA", "https://org");
        }

        @Override
        public Describe describe(String sobject) {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(objects.get(sobject))
                    .orElseThrow(() -> new CrmException(Kind.PERMANENT, "NOT_FOUND", null));
        }

        @Override
        public List<List<ObjectNode>> query(List<String> soql) {
            throw new CrmException(Kind.PERMANENT, "INVALID_TYPE: sObject type 'PermissionSet' is not supported", null);
        }

        @Override
        public List<List<ObjectNode>> queryAll(List<String> soql) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<WriteResult> write(List<RecordWrite> writes) {
            throw new UnsupportedOperationException("a check changes nothing");
        }
    }
}
