package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which package may use which, and who may touch the database and Salesforce's wire. */
class PackageTableTest {

    private static final String ROOT = "dev.parley.";

    /** The table. A package that is not in it has no place yet: say here what it is for and what it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("store", Set.of()),
            entry("words", Set.of()),
            entry("http", Set.of()),
            entry("company", Set.of()),
            entry("crm", Set.of()),
            entry("crm.salesforce", Set.of("crm")),
            entry("conversation", Set.of("store")),
            entry("mail", Set.of("store")),
            entry("mapping", Set.of("conversation", "crm")),
            entry("channel", Set.of("conversation", "mapping", "store")),
            entry("channel.gaps", Set.of("channel", "conversation", "mapping", "store")),
            entry("channel.writeback", Set.of("conversation", "mapping", "store", "words")),
            entry("channel.mailbox", Set.of("channel", "conversation", "mapping", "store")),
            entry("identity", Set.of("company", "conversation", "crm", "mapping", "store")),
            entry("qualification", Set.of("conversation", "identity", "mapping", "talk")),
            entry("talk", Set.of("mapping")),
            entry("hours", Set.of("mapping")),
            entry(
                    "handoff",
                    Set.of(
                            "conversation",
                            "crm",
                            "identity",
                            "qualification",
                            "mapping",
                            "hours",
                            "mail",
                            "store",
                            "words")),
            entry(
                    "meeting",
                    Set.of("conversation", "crm", "http", "identity", "mapping", "hours", "mail", "store", "words")),
            entry("dossier", Set.of("conversation", "crm", "identity", "qualification", "handoff", "meeting")),
            entry(
                    "delivery",
                    Set.of(
                            "conversation",
                            "dossier",
                            "handoff",
                            "identity",
                            "qualification",
                            "mapping",
                            "crm",
                            "mail",
                            "store",
                            "words")),
            entry("opinion", Set.of("http", "mapping", "qualification")),
            entry("report", Set.of("conversation", "delivery", "mapping", "qualification")),
            entry(
                    "rehearsal",
                    Set.of(
                            "store",
                            "crm",
                            "conversation",
                            "mapping",
                            "channel",
                            "channel.mailbox",
                            "identity",
                            "qualification",
                            "dossier",
                            "delivery",
                            "hours",
                            "handoff",
                            "meeting",
                            "talk")),
            entry(
                    "admin",
                    Set.of(
                            "store",
                            "crm",
                            "crm.salesforce",
                            "conversation",
                            "mail",
                            "mapping",
                            "channel",
                            "channel.gaps",
                            "channel.writeback",
                            "channel.mailbox",
                            "company",
                            "identity",
                            "qualification",
                            "hours",
                            "handoff",
                            "meeting",
                            "dossier",
                            "delivery",
                            "rehearsal",
                            "opinion",
                            "report",
                            "talk",
                            "words")));

    private static final String[] OWN_TABLES = packages(
            "store",
            "conversation",
            "channel",
            "channel.gaps",
            "channel.writeback",
            "channel.mailbox",
            "identity",
            "meeting",
            "mail",
            "delivery");

    /** Read once: that takes as long as all the rest. */
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.parley");

    @Test
    void eachPackageUsesOnlyWhatTheTableAllows() {
        classes().should(stayWithinTheTable()).check(PRODUCT);
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = PRODUCT.stream()
                .map(PackageTableTest::place)
                .filter(place -> !place.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(MAY_USE.keySet())
                .as(
                        "packages of dev.parley: add a new one to the table of %s",
                        getClass().getSimpleName())
                .containsAll(found);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching("dev.parley.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void onlyPackagesThatOwnTablesUsePersistence() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OWN_TABLES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                .because("each package owns its tables, and the others ask it: " + String.join(", ", OWN_TABLES))
                .check(PRODUCT);
    }

    @Test
    void onlyTheSalesforceGatewayKnowsItsWire() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.crm.salesforce")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel.component.salesforce..")
                .because("everything else speaks to the port dev.parley.crm.Crm")
                .check(PRODUCT);
    }

    @Test
    void onlyTheAdminPutsTheSalesforceGatewayInItsPlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.parley.crm.salesforce", "dev.parley.admin")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.parley.crm.salesforce")
                .because("everything else speaks to the port dev.parley.crm.Crm")
                .check(PRODUCT);
    }

    @Test
    void whatAClassNeedsItIsGivenWhenItIsMade() {
        noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.apache.camel.BeanInject")
                .orShould()
                .beAnnotatedWith("org.apache.camel.PropertyInject")
                .orShould()
                .beAnnotatedWith("org.apache.camel.EndpointInject")
                .orShould()
                .beAnnotatedWith("org.apache.camel.Produce")
                .because("a constructor shows what a class depends on, and a test can call it")
                .check(PRODUCT);
    }

    @Test
    void nothingWritesPastTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parley.admin")
                .should()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("only commands speak to whoever typed them; everything else goes to the log")
                .check(PRODUCT);
    }

    private static ArchCondition<JavaClass> stayWithinTheTable() {
        return new ArchCondition<>("use only the packages that the table allows") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String place = place(item);
                Set<String> allowed = MAY_USE.getOrDefault(place, Set.of());
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String target = place(dependency.getTargetClass());
                    if (!target.isEmpty() && !target.equals(place) && !allowed.contains(target)) {
                        events.add(SimpleConditionEvent.violated(
                                item,
                                "package '" + place + "' may use " + new TreeSet<>(allowed) + " and not '" + target
                                        + "': " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The package below {@code dev.parley}; empty for everything else. */
    private static String place(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
    }

    private static String[] packages(String... names) {
        return java.util.Arrays.stream(names).map(name -> ROOT + name).toArray(String[]::new);
    }
}
