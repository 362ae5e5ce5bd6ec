package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Role;
import dev.parley.mapping.TranscriptLines.Beginning;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Compiles a file of {@code transcripts} that fits its schema; what does not compile is a finding. */
final class TranscriptMappingReader {
    private static final Set<String> LINE_GROUPS = Set.of("time", "author", "marker", "text");
    private static final List<String> DATED = List.of("started", "ended");

    private final YamlFile file;
    private final JsonNode content;
    private final Consumer<Finding> findings;
    private final MailPatternReader patterns;
    private boolean broken;

    TranscriptMappingReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.content = file.content();
        this.findings = finding -> {
            broken = broken || finding.level() == Level.ERROR;
            findings.accept(finding);
        };
        this.patterns = new MailPatternReader(file, this.findings);
    }

    /** The mapping; empty if it cannot be used, as the findings say. */
    Optional<TranscriptMapping> read() {
        TranscriptEnvelope envelope = envelope();
        List<MailPattern> find = patterns.readAll("/find", TranscriptDetails.GROUPS);
        TranscriptLines lines = new TranscriptLines(
                beginnings(), patterns.read("/until", Set.of()), patterns.readAll("/skip", Set.of()));
        TranscriptRoles roles = roles();
        MailMoments moments =
                new MailMoments(formats("/dates"), formats("/times"), new TimeReader(file, findings).zone("/zone"));
        checkFormats("/dates", DATED);
        checkFormats("/times", List.of("time"));
        boolean usable = !broken && !lines.beginnings().isEmpty();
        return usable
                ? Optional.of(new TranscriptMapping(
                        source(),
                        content.path("channel").asText("web"),
                        content.path("enabled").asBoolean(true),
                        envelope,
                        find,
                        lines,
                        roles,
                        moments))
                : Optional.empty();
    }

    private String source() {
        String name = file.name();
        return content.path("source").asText(name.substring(name.indexOf('/') + 1, name.length() - ".yaml".length()));
    }

    private TranscriptEnvelope envelope() {
        Map<String, MailPattern> headers = new TreeMap<>();
        content.at("/mail/headers").fieldNames().forEachRemaining(name -> {
            MailPattern pattern = patterns.read(YamlFile.child("/mail/headers", name), Set.of());
            if (pattern != null) {
                headers.put(name.toLowerCase(Locale.ROOT), pattern);
            }
        });
        return new TranscriptEnvelope(
                patterns.read("/mail/from", Set.of()),
                patterns.read("/mail/subject", Set.of()),
                headers,
                content.at("/mail/authenticated").asText().equals("pass"),
                content.path("text").asText("auto"));
    }

    private List<Beginning> beginnings() {
        List<Beginning> beginnings = new ArrayList<>();
        for (int i = 0; i < content.path("lines").size(); i++) {
            MailPattern pattern = patterns.read("/lines/" + i + "/begins", LINE_GROUPS);
            String role = content.path("lines").get(i).path("role").textValue();
            if (pattern != null) {
                beginnings.add(new Beginning(pattern, role(role)));
            }
        }
        return List.copyOf(beginnings);
    }

    private static Role role(String word) {
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        return null;
    }

    private TranscriptRoles roles() {
        Map<Role, List<MailPattern>> names = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            names.put(role, patterns.readAll("/roles/" + role.word(), Set.of()));
        }
        Role otherwise = role(content.at("/roles/otherwise").asText("agent"));
        return new TranscriptRoles(names, otherwise == null ? Role.AGENT : otherwise);
    }

    private List<DateTimeFormatter> formats(String pointer) {
        Locale locale = Locale.forLanguageTag(content.path("locale").asText("en"));
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (int i = 0; i < content.at(pointer).size(); i++) {
            String format = content.at(pointer).get(i).asText();
            if (!content.at(pointer).get(i).isTextual()) {
                continue; // the schema has said so
            }
            try {
                formats.add(new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(format)
                        .toFormatter(locale));
            } catch (IllegalArgumentException e) {
                String what = "'" + format + "' is no format of a date or time: " + e.getMessage();
                findings.accept(Finding.error(file.valuePlace(pointer + "/" + i), "wrong-format", what));
            }
        }
        return List.copyOf(formats);
    }

    /** Formats and the groups that are read by them need each other. */
    private void checkFormats(String pointer, List<String> groups) {
        String key = pointer.substring(1);
        Optional<String> found =
                groups.stream().filter(patterns.groups()::contains).findFirst();
        if (found.isPresent() && !content.has(key)) {
            String what = "'" + key + "' is missing: the formats of what '" + found.get() + "' finds";
            findings.accept(Finding.error(new Place(file.name(), 1, 1), "missing-key", what));
        } else if (found.isEmpty() && content.has(key)) {
            String what = "no expression has a group named '" + String.join("' or '", groups) + "' to be read by it";
            findings.accept(Finding.warning(file.place(pointer), "unused-key", what));
        }
    }
}
