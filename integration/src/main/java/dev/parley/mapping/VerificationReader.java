package dev.parley.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.Verification.Encoding;
import dev.parley.mapping.Verification.Hmac;
import dev.parley.mapping.Verification.None;
import dev.parley.mapping.Verification.Token;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how a source is verified, and says where a file contradicts itself. */
final class VerificationReader {
    private static final String AT = "/verify";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern TOLERANCE = Pattern.compile("[1-9][0-9]{0,4}[smh]");
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

    private final YamlFile file;
    private final JsonNode verify;
    private final Consumer<Finding> findings;

    VerificationReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.verify = file.content().path("verify");
        this.findings = findings;
    }

    /** Null if it cannot be read; the findings say why. */
    Verification read() {
        return switch (verify.path("scheme").asText()) {
            case "hmac" -> hmac();
            case "token" -> token();
            case "none" -> none();
            default -> null;
        };
    }

    private Hmac hmac() {
        boolean value = checkTemplate("value", "signature");
        boolean signed = checkTemplate("signed", "body");
        if (value && signed) {
            checkTimestamp();
        }
        checkReplay();
        return new Hmac(
                text("header", null),
                ALGORITHMS.getOrDefault(text("algorithm", ""), "HmacSHA256"),
                text("encoding", "").equals("base64") ? Encoding.BASE64 : Encoding.HEX,
                text("value", "{signature}"),
                text("signed", "{body}"),
                text("timestamp", null),
                tolerance(),
                text("unsigned", "").equals("accept"));
    }

    private Token token() {
        String[] places =
                Stream.of("header", "body", "query").filter(verify::has).toArray(String[]::new);
        if (places.length != 1) {
            String what = places.length == 0
                    ? "it is not said where the token stands: give 'header', 'body' or 'query'"
                    : "the token stands in one place only: keep one of '" + String.join("', '", places) + "'";
            error("scheme", places.length == 0 ? "missing-key" : "contradiction", what);
        }
        return new Token(text("header", null), pointer(), text("query", null));
    }

    private None none() {
        findings.accept(Finding.warning(
                file.place(AT + "/scheme"),
                "unverified",
                "with 'scheme: none' whoever knows the address can send whatever they like"));
        return new None();
    }

    /** Whether no timestamp is misspelt: what is wrong with it elsewhere follows from that. */
    private boolean checkTemplate(String key, String needed) {
        String wanted = "{" + needed + "}";
        String template = text(key, wanted);
        List<String> unknown = PLACEHOLDER
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !Set.of(needed, "timestamp").contains(name))
                .toList();
        unknown.forEach(name -> unknownPlaceholder(key, name, Set.of(needed, "timestamp")));
        boolean once = template.contains(wanted) && template.indexOf(wanted) == template.lastIndexOf(wanted);
        if (!once && unknown.isEmpty()) {
            error(key, "wrong-value", "'" + key + "' must hold " + wanted + " once");
        }
        boolean read = !verify.has(key) || verify.get(key).isTextual();
        return read
                && (once || !unknown.isEmpty())
                && unknown.stream().noneMatch(name -> Suggestion.among(Set.of("timestamp"), name) != null);
    }

    private void unknownPlaceholder(String key, String name, Set<String> known) {
        findings.accept(Finding.error(
                file.valuePlace(AT + "/" + key),
                "unknown-placeholder",
                "'{" + name + "}' means nothing in '" + key + "'",
                Suggestion.among(known, name)));
    }

    private void checkTimestamp() {
        boolean inValue = text("value", "").contains("{timestamp}");
        boolean signed = text("signed", "").contains("{timestamp}");
        boolean known = inValue || verify.has("timestamp");
        if (inValue && verify.has("timestamp")) {
            error("timestamp", "contradiction", "'value' holds the timestamp already: leave one of them out");
        }
        if (signed && !known) {
            error("signed", "contradiction", "'signed' holds {timestamp}, but it is not said where that stands");
        }
        if (known && !signed) {
            String at = inValue ? "value" : "timestamp";
            error(at, "contradiction", "a timestamp that is not in 'signed' proves nothing: anybody can change it");
        }
        if (verify.has("tolerance") && !known) {
            error("tolerance", "contradiction", "'tolerance' needs a timestamp: give 'timestamp' or put it in 'value'");
        }
    }

    private void checkReplay() {
        boolean known = text("value", "").contains("{timestamp}") || verify.has("timestamp");
        if (known && !verify.has("tolerance")) {
            findings.accept(Finding.warning(
                    file.place(AT),
                    "no-tolerance",
                    "there is a timestamp, but without 'tolerance' an old body can be sent again at any time"));
        }
    }

    private Duration tolerance() {
        String text = text("tolerance", "");
        return TOLERANCE.matcher(text).matches() ? Duration.parse("PT" + text.toUpperCase(Locale.ROOT)) : null;
    }

    private JsonPointer pointer() {
        try {
            return verify.has("body") ? JsonPointer.compile(text("body", "")) : null;
        } catch (IllegalArgumentException e) {
            return null; // the schema has said so
        }
    }

    private String text(String key, String usual) {
        return verify.path(key).isTextual() ? verify.get(key).textValue() : usual;
    }

    private void error(String key, String rule, String what) {
        findings.accept(Finding.error(file.place(AT + "/" + key), rule, what));
    }
}
