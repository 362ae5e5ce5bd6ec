package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Compiles a source file; what does not compile is a finding. */
final class SourceMappingReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,79}");

    private final YamlFile file;
    private final Consumer<Finding> findings;

    SourceMappingReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    SourceMapping read() {
        Set<String> parts = new HashSet<>();
        List<SourceEvent> events = new ArrayList<>();
        for (int i = 0; i < file.content().path("events").size(); i++) {
            SourceEventReader entry = new SourceEventReader(file, "/events/" + i, findings);
            events.add(entry.read());
            parts.addAll(entry.parts());
        }
        return new SourceMapping(
                file, name(), new VerificationReader(file, findings).read(), challenge(), gaps(), events, parts);
    }

    /** It stands in the webhook's address, in the names of settings and in every event. */
    private String name() {
        String base = file.name().substring(file.name().lastIndexOf('/') + 1);
        String name = base.substring(0, base.length() - ".yaml".length());
        if (!NAME.matcher(name).matches()) {
            findings.accept(Finding.error(
                    new Place(file.name(), 1, 1),
                    "source-name",
                    "the file's name becomes the source's name, so it takes only a to z, 0 to 9 and -, at most 79"));
        }
        return name;
    }

    private GapMapping gaps() {
        return file.content().path("gaps").isObject()
                ? GapMapping.read(file, new ExpressionReader(file, DossierShape.gaps(), findings))
                : null;
    }

    private ChallengeMapping challenge() {
        JsonNode challenge = file.content().path("challenge");
        if (!challenge.isObject()) {
            return null;
        }
        ExpressionReader expressions = new ExpressionReader(file, DossierShape.challenge(), findings);
        Expression secret = expressions.read("/challenge/secret");
        if (secret != null && secret.syntax().is("string")) {
            findings.accept(Finding.error(
                    secret.place(),
                    "not-here",
                    "the secret never stands in a mapping file: say which part of the request shows it"));
        }
        if (file.content().at("/verify/scheme").asText().equals("none")) {
            findings.accept(Finding.error(
                    file.place("/challenge"),
                    "contradiction",
                    "a challenge shows the secret, but 'scheme: none' has none"));
        }
        return new ChallengeMapping(expressions.read("/challenge/when"), secret, expressions.read("/challenge/answer"));
    }
}
