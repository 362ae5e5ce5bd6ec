package dev.parley.sandbox.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {
    private static final Path PACKAGE = Path.of("../../plugin-manifest/salesforce/force-app/main/default");
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String FIELD =
            "<fields><fullName>Segment__c</fullName><label>Segment</label><length>40</length><type>Text</type></fields>";

    private static final String SET = HEAD + "<PermissionSet><label>x</label></PermissionSet>";

    @TempDir
    private Path home;

    private final AtomicReference<Schema> adopted = new AtomicReference<>();
    private Deployments deployments;

    @BeforeEach
    void open() {
        deployments = new Deployments(
                PACKAGE, home.resolve("deployed"), (schema, folder) -> adopted.set(schema), "Held"::equals);
    }

    @Test
    void aFieldIsTakenUpBesideThePackagesAndKeptForTheNextStart() {
        JsonNode result = deploy(false, Map.of("objects/Account.object", object(FIELD)));
        assertThat(result.path("status").asText()).isEqualTo("Succeeded");
        assertThat(adopted.get().find("Account").orElseThrow().field("Segment__c"))
                .isPresent();
        assertThat(adopted.get().find("Chat_Conversation__c")).isPresent();
        assertThat(Schema.load(PACKAGE, home.resolve("deployed"))
                        .find("Account")
                        .orElseThrow()
                        .field("Segment__c"))
                .isPresent();
    }

    @Test
    void whatIsNewIsToldFromWhatIsChanged() {
        String manifest = HEAD + "<Package><types><members>Account.Segment__c</members><name>CustomField</name></types>"
                + "<types><members>Account</members><name>CustomObject</name></types>"
                + "<types><members>X</members><name>PermissionSet</name></types></Package>";
        Map<String, String> files = Map.of(
                "package.xml",
                manifest,
                "objects/Account.object",
                object(FIELD),
                "permissionsets/X.permissionset",
                SET);
        assertThat(made(deploy(false, files))).containsExactly("Account.Segment__c", "X");
        assertThat(made(deploy(false, files))).isEmpty();
    }

    private static List<String> made(JsonNode result) {
        return result.at("/details/componentSuccesses")
                .valueStream()
                .filter(each -> each.path("created").asBoolean())
                .map(each -> each.path("fullName").asText())
                .toList();
    }

    @Test
    void aDryRunChangesNothing() {
        assertThat(deploy(true, Map.of("objects/Account.object", object(FIELD)))
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(adopted.get()).isNull();
        assertThat(home.resolve("deployed")).doesNotExist();
    }

    @Test
    void whatWasValidatedIsDeployedOnce() {
        JsonNode options = JsonNodeFactory.instance.objectNode().put("checkOnly", true);
        Deployment checked = deployments.submit(zip(Map.of("objects/Account.object", object(FIELD))), options, "005");
        await().until(() -> checked.result().path("done").asBoolean());
        assertThat(adopted.get()).isNull();

        Deployment quick = deployments.quick(checked.id(), "005").orElseThrow();
        await().until(() -> quick.result().path("done").asBoolean());
        assertThat(quick.result().path("checkOnly").asBoolean()).isFalse();
        assertThat(adopted.get().find("Account").orElseThrow().field("Segment__c"))
                .isPresent();
        assertThat(deployments.quick(checked.id(), "005")).isEmpty();
    }

    @Test
    void oneThingThatIsWrongHoldsBackTheRest() {
        String set = HEAD + "<PermissionSet><fieldPermissions><editable>true</editable><field>Account.No__c</field>"
                + "</fieldPermissions><label>x</label></PermissionSet>";
        JsonNode result =
                deploy(false, Map.of("objects/Account.object", object(FIELD), "permissionsets/X.permissionset", set));
        assertThat(result.path("status").asText()).isEqualTo("Failed");
        assertThat(result.at("/details/componentFailures/0/problem").asText())
                .isEqualTo("In field: field - no CustomField named Account.No__c found");
        assertThat(result.at("/details/componentFailures/0/fullName").asText()).isEqualTo("X");
        assertThat(adopted.get()).isNull();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(deploy(false, Map.of("layouts/Account-X.layout", "<Layout>"))
                        .at("/details/componentFailures/0/problem")
                        .asText())
                .startsWith("Error parsing file: ");
        Deployment none = deployments.submit(new byte[] {1, 2, 3}, JsonNodeFactory.instance.objectNode(), "005");
        await().until(() -> none.result().path("done").asBoolean());
        assertThat(none.result().at("/details/componentFailures/0/problem").asText())
                .isEqualTo("No package.xml found");
    }

    @Test
    void whatWasDeployedCanBeTakenAwayAgain() {
        deploy(false, Map.of("objects/Account.object", object(FIELD), "permissionsets/X.permissionset", SET));
        JsonNode result = deploy(
                false,
                Map.of(
                        "destructiveChangesPost.xml",
                        removed("CustomField", "Account.Segment__c", "PermissionSet", "X")));
        assertThat(result.path("status").asText()).isEqualTo("Succeeded");
        assertThat(result.at("/details/componentSuccesses/0/deleted").asBoolean())
                .isTrue();
        assertThat(adopted.get().find("Account").orElseThrow().field("Segment__c"))
                .isEmpty();
        assertThat(home.resolve("deployed/permissionsets/X.permissionset-meta.xml"))
                .doesNotExist();
    }

    @Test
    void whatStillHangsTogetherStays() {
        String parent = HEAD + "<CustomObject><label>Parent</label><pluralLabel>Parents</pluralLabel>"
                + "<nameField><label>Name</label><type>Text</type></nameField>"
                + "<sharingModel>ReadWrite</sharingModel></CustomObject>";
        String lookup = "<fields><fullName>Parent__c</fullName><label>Parent</label><type>Lookup</type>"
                + "<referenceTo>Parent__c</referenceTo><relationshipName>Accounts</relationshipName></fields>";
        assertThat(deploy(false, Map.of("objects/Parent__c.object", parent, "objects/Account.object", object(lookup)))
                        .path("status")
                        .asText())
                .isEqualTo("Succeeded");

        JsonNode refused = deploy(false, Map.of("destructiveChanges.xml", removed("CustomObject", "Parent__c")));

        assertThat(refused.at("/details/componentFailures/0/problem").asText())
                .contains("referenced elsewhere in salesforce.com. : Custom Field - Account.Parent__c");
        assertThat(adopted.get().find("Parent__c")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "../objects"})
    void aNameThatIsNoneTakesNothingAway(String name) {
        deploy(false, Map.of("objects/Account.object", object(FIELD)));

        deploy(false, Map.of("destructiveChanges.xml", removed("CustomObject", name)));

        assertThat(adopted.get().find("Account").orElseThrow().field("Segment__c"))
                .isPresent();
    }

    @Test
    void aPermissionSetThatSomebodyHasStays() {
        deploy(false, Map.of("permissionsets/Held.permissionset", SET));
        assertThat(deploy(false, Map.of("destructiveChanges.xml", removed("PermissionSet", "Held")))
                        .at("/details/componentFailures/0/problem")
                        .asText())
                .contains("assigned to users");
        assertThat(home.resolve("deployed/permissionsets/Held.permissionset-meta.xml"))
                .exists();
    }

    @Test
    void whatTheOrgBeganWithStays() {
        assertThat(deploy(false, Map.of("destructiveChanges.xml", removed("CustomObject", "Chat_Link__c")))
                        .at("/details/componentFailures/0/problem")
                        .asText())
                .contains("began with Chat_Link__c");
    }

    private static String removed(String... typesAndNames) {
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < typesAndNames.length; i += 2) {
            types.append("<types><members>" + typesAndNames[i + 1] + "</members><name>" + typesAndNames[i]
                    + "</name></types>");
        }
        return HEAD + "<Package>" + types + "<version>62.0</version></Package>";
    }

    @Test
    void noPathLeadsOutOfThePackage() {
        JsonNode result = deploy(false, Map.of("other/../../../escaped.txt", "x"));
        assertThat(result.path("status").asText()).isEqualTo("Failed");
        assertThat(Files.exists(home.resolve("escaped.txt"))).isFalse();
    }

    private static String object(String fields) {
        return HEAD + "<CustomObject xmlns=\"http://soap.sforce.com/2006/04/metadata\">" + fields + "</CustomObject>";
    }

    private JsonNode deploy(boolean checkOnly, Map<String, String> files) {
        Deployment deployment = deployments.submit(
                zip(files), JsonNodeFactory.instance.objectNode().put("checkOnly", checkOnly), "005");
        await().until(() -> deployment.result().path("done").asBoolean());
        return deployment.result();
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!files.containsKey("package.xml")) {
                put(zip, "package.xml", HEAD + "<Package><version>62.0</version></Package>");
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
