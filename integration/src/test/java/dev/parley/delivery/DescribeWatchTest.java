package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Talk;
import dev.parley.crm.Crm;
import dev.parley.crm.Describe;
import dev.parley.mail.Alerts;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator changes the org under the mapping files. */
class DescribeWatchTest {

    @TempDir
    Path dir;

    private final ToldCrm told = new ToldCrm();
    private String gone = "";

    @Test
    void aFieldThatVanishesIsToldOnceAndWhenItIsBackAllIsWell() {
        try (Database database = Stores.h2()) {
            Stage stage = new Stage(database, dir, told, Talk.NOON.plusSeconds(600));
            DescribeWatch watch = new DescribeWatch(
                    stage.files,
                    org(stage),
                    stage.directory,
                    new Alerts(stage.outbox, "ops@one.example", stage.meters),
                    stage.meters,
                    stage.clock());
            watch.look();
            Set<String> before = Set.copyOf(rules(watch));
            long alertsBefore = stage.outbox.waiting();

            gone = "LeadSource";
            watch.look();
            watch.look();
            assertThat(watch.findings()).anySatisfy(finding -> assertThat(finding.toString())
                    .contains("salesforce/lead.yaml:", "LeadSource"));
            assertThat(stage.outbox.waiting()).isEqualTo(alertsBefore + 1);
            assertThat(stage.meters.get("parley.mappings.drift").gauge().value())
                    .isEqualTo(watch.findings().size());

            gone = "";
            watch.look();
            assertThat(Set.copyOf(rules(watch))).isEqualTo(before);
        }
    }

    @Test
    void filesThatAreTakenUpAreHeldAgainstTheOrgAtOnceAndOthersWaitForTheNextLook() throws IOException {
        try (Database database = Stores.h2()) {
            Stage stage = new Stage(database, dir, told, Talk.NOON.plusSeconds(600));
            stage.changes.begin();
            DescribeWatch watch = new DescribeWatch(
                    stage.files,
                    org(stage),
                    stage.directory,
                    new Alerts(stage.outbox, "ops@one.example", stage.meters),
                    stage.meters,
                    stage.clock());
            gone = "LeadSource";
            watch.follow();
            assertThat(watch.findings()).isEmpty();

            Files.writeString(dir.resolve("salesforce/lead.yaml"), "\n# Said better.\n", StandardOpenOption.APPEND);
            // What stood there at one look and still at the next is whole.
            stage.changes.follow();
            stage.changes.follow();
            watch.follow();
            assertThat(watch.findings()).anySatisfy(finding -> assertThat(finding.toString())
                    .contains("salesforce/lead.yaml:", "LeadSource"));

            gone = "";
            watch.follow();
            assertThat(watch.findings()).as("as of the last look").isNotEmpty();
        }
    }

    private static List<String> rules(DescribeWatch watch) {
        return watch.findings().stream().map(Object::toString).toList();
    }

    /** The told org, with a description of every mapped field but the one that is gone. */
    private Crm org(Stage stage) {
        return (Crm) Proxy.newProxyInstance(
                Crm.class.getClassLoader(),
                new Class<?>[] {Crm.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "describe", "describeAnew" -> describe(stage, (String) arguments[0]);
                    case "sparesCalls" -> true;
                    default -> method.invoke(told, arguments);
                });
    }

    private Describe describe(Stage stage, String sobject) {
        Map<String, Describe.Field> fields = new HashMap<>();
        for (String name : stage.files.get().fieldsBySobject().getOrDefault(sobject, Set.of())) {
            if (!name.equals(gone)) {
                fields.put(
                        name,
                        new Describe.Field(
                                name, "string", 255, Set.of(Describe.Trait.values()), List.of(), List.of(), null));
            }
        }
        return new Describe(sobject, sobject, true, true, fields, List.of());
    }
}
