package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.DesiredRecord.DesiredField;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the shipped mapping files, whatever a chat service sends. */
class MappingLawsTest {
    private static final Path SHIPPED = Path.of("../mappings");
    private static final MappingSet MAPPINGS = MappingFiles.load(SHIPPED).orThrow();
    private static final MappingSet READ_AGAIN = MappingFiles.load(SHIPPED).orThrow();
    private static final Map<String, Integer> LONGEST =
            Map.of("FirstName", 40, "LastName", 80, "Company", 255, "Phone", 40);

    @Property(tries = 200)
    void theSameDossierGivesTheSameRecords(@ForAll("dossiers") JsonNode dossier) {
        Translation once = MAPPINGS.translate(dossier);

        assertThat(MAPPINGS.translate(dossier.deepCopy())).isEqualTo(once);
        assertThat(READ_AGAIN.translate(dossier)).isEqualTo(once);
    }

    @Property(tries = 200)
    void eachRecordHasItsKeyAndNoTextIsTooLong(@ForAll("dossiers") JsonNode dossier) {
        assertThat(MAPPINGS.translate(dossier).records()).allSatisfy(desired -> {
            assertThat(desired.key()).isNotBlank();
            assertThat(desired.fields()).allSatisfy(MappingLawsTest::fits);
        });
    }

    /** The lint and the evaluation live with whatever an admin may type. */
    @Property(tries = 1000)
    void anyExpressionAtAllIsAFindingOrEndsWell(@ForAll("expressions") String expression) {
        List<Finding> findings = new ArrayList<>();
        String file = "sobject: Chat_X__c\nexternalId: K__c\nkey: " + JsonNodeFactory.instance.textNode(expression)
                + "\nfields: { A__c: visitor.name }\n";
        RecordMapping mapping =
                new RecordMappingReader(YamlReader.read("x.yaml", file, findings::add), findings::add).read();

        if (mapping.key() == null) {
            assertThat(findings).isNotEmpty();
        }
        if (mapping.key() != null) {
            List<DesiredRecord> records = new ArrayList<>();
            List<Translation.Failure> failures = new ArrayList<>();
            mapping.translate(DossierMap.of(Dossiers.newVisitor()), records, failures);
            assertThat(records.size() + failures.size()).isEqualTo(1);
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(
                        ("visitor . name parts ( ) [ ] { } $ $$ $x $map $contains $string | ~> := ? : ; , / \" ' ` 1 0 .."
                                        + " and or in function λ ^ < > = @ # % * ** & - + ! \\ true null")
                                .split(" "))
                .list()
                .ofMaxSize(14)
                .map(tokens -> String.join("", tokens))
                .filter(text -> !text.isEmpty());
    }

    private static void fits(DesiredField field) {
        if (field.value() instanceof String text) {
            assertThat(text.codePointCount(0, text.length()))
                    .isLessThanOrEqualTo(LONGEST.getOrDefault(field.name(), Integer.MAX_VALUE));
        }
    }

    /** The dossier of a new visitor in which values have been lost, or replaced by anything at all. */
    @Provide
    Arbitrary<JsonNode> dossiers() {
        return Arbitraries.maps(
                        Arbitraries.of("conversation", "visitor", "identity")
                                .flatMap(part -> Arbitraries.of(names(part)).map(name -> part + "." + name)),
                        anything())
                .ofMaxSize(12)
                .map(MappingLawsTest::dossier);
    }

    private static List<String> names(String part) {
        List<String> names = new ArrayList<>();
        Schemas.DOSSIER.at("/properties/" + part + "/properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Arbitrary<JsonNode> anything() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(300).map(json::textNode),
                Arbitraries.doubles().map(json::numberNode),
                Arbitraries.longs().map(json::numberNode),
                Arbitraries.of(true, false).map(json::booleanNode),
                Arbitraries.just(json.nullNode()),
                Arbitraries.just(json.objectNode().put("a", 1)),
                Arbitraries.just(json.arrayNode().add("a").add(json.arrayNode().add(2))));
    }

    private static JsonNode dossier(Map<String, JsonNode> changes) {
        ObjectNode dossier = Dossiers.newVisitor();
        changes.forEach((path, value) -> {
            int dot = path.indexOf('.');
            ((ObjectNode) dossier.get(path.substring(0, dot))).set(path.substring(dot + 1), value);
        });
        return dossier;
    }
}
