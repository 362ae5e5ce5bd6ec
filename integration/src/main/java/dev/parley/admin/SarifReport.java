package dev.parley.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.mapping.Finding;
import dev.parley.mapping.Rule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Findings as SARIF 2.1.0 (OASIS), the form in which code hosts take the results of a check. */
final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private static final List<Rule> RULES = List.of(Rule.values());

    private final Path folder;

    /** @param folder the mappings folder, as it was given: places are told from where that counts from */
    SarifReport(Path folder) {
        this.folder = folder;
    }

    ObjectNode of(List<Finding> findings) {
        ObjectNode log =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        Manifest manifest = Manifest.load();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", manifest.name()).put("version", manifest.version());
        ArrayNode rules = driver.putArray("rules");
        RULES.forEach(rule -> rules.add(rule(rule)));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> results.add(result(finding)));
        return log;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", rule.id());
        node.putObject("shortDescription").put("text", rule.help());
        node.putObject("help").put("text", rule.help());
        return node;
    }

    private ObjectNode result(Finding finding) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("ruleId", finding.rule());
        Rule.of(finding.rule()).ifPresent(rule -> result.put("ruleIndex", RULES.indexOf(rule)));
        result.put("level", finding.level().name().toLowerCase(Locale.ROOT));
        String hint = finding.didYouMean() == null ? "" : " Did you mean '" + finding.didYouMean() + "'?";
        result.putObject("message").put("text", finding.what() + "." + hint);
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(finding.place().file()));
        place.putObject("region")
                .put("startLine", finding.place().line())
                .put("startColumn", finding.place().column());
        return result;
    }

    private String uri(String file) {
        Path path = folder.resolve(file).normalize();
        if (path.isAbsolute()) {
            return path.toUri().toASCIIString();
        }
        try {
            return new URI(null, null, path.toString().replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path makes a URI", e);
        }
    }
}
