package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the mapping files write, the Salesforce package brings along. */
class ShippedMappingsFitThePackageTest {
    private static final Path OBJECTS = Path.of("../plugin-manifest/salesforce/force-app/main/default/objects");
    private static final MappingSet SHIPPED =
            MappingFiles.load(Path.of("../mappings")).orThrow();

    @Test
    void everyCustomFieldThatIsMappedIsInThePackage() {
        Set<String> missing = new TreeSet<>();
        SHIPPED.fieldsBySobject().forEach((sobject, fields) -> fields.stream()
                .filter(field -> field.endsWith("__c") && !Files.exists(definition(sobject, field)))
                .forEach(field -> missing.add(sobject + "." + field)));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyOfAnUpsertIsAnExternalId() {
        Map<String, String> keys = SHIPPED.translate(Dossiers.newVisitor()).records().stream()
                .filter(DesiredRecord::upsert)
                .collect(Collectors.toMap(DesiredRecord::sobject, DesiredRecord::keyField, (one, same) -> one));

        assertThat(keys).hasSize(3).allSatisfy((sobject, field) -> assertThat(definition(sobject, field))
                .content()
                .contains("<externalId>true</externalId>"));
    }

    /** A field of tasks and events is one of their common Activity (Object Reference: Activity). */
    private static Path definition(String sobject, String field) {
        String object = Set.of("Task", "Event").contains(sobject) ? "Activity" : sobject;
        return OBJECTS.resolve(object).resolve("fields").resolve(field + ".field-meta.xml");
    }
}
