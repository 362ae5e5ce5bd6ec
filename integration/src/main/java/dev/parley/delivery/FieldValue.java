package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.crm.Reference;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * Values of fields as they are remembered and compared. The CRM hands back what it was given in its own spelling: times
 * with another offset, numbers with other decimals, texts without the blanks around them, sets in another order.
 */
final class FieldValue {

    private static final DateTimeFormatter SALESFORCE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][X][XX][XXX]");
    private static final int SHORT_ID = 15;

    private FieldValue() {}

    /** The value as JSON, to be remembered. */
    static JsonNode json(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value == null) {
            return json.nullNode();
        }
        if (value instanceof Boolean flag) {
            return json.booleanNode(flag);
        }
        if (value instanceof Number number) {
            return json.numberNode(new BigDecimal(number.toString()));
        }
        if (value instanceof Reference reference) {
            return json.objectNode()
                    .put("sobject", reference.sobject())
                    .put("externalId", reference.externalId())
                    .put("value", reference.value());
        }
        return json.textNode(value.toString());
    }

    /** A remembered value, to be written again; null for an empty one. */
    static Object value(JsonNode json) {
        if (blank(json)) {
            return null;
        }
        if (json.isObject()) {
            return new Reference(
                    json.path("sobject").asText(),
                    json.path("externalId").asText(),
                    json.path("value").asText());
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.isNumber() ? json.decimalValue() : json.asText();
    }

    /** Whether the CRM's field holds nothing. */
    static boolean blank(JsonNode value) {
        return value == null
                || value.isNull()
                || value.isMissingNode()
                || value.asText("").isBlank() && !value.isObject();
    }

    /** Whether two spellings mean the same value. */
    static boolean same(JsonNode one, JsonNode other) {
        if (blank(one) || blank(other)) {
            return blank(one) && blank(other);
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other) || sameText(one.asText(), other.asText());
    }

    private static boolean sameText(String one, String other) {
        return plain(one).equals(plain(other)) || sameTime(one, other) || sameId(one, other) || sameSet(one, other);
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    private static boolean sameTime(String one, String other) {
        if (one.length() < 20 || other.length() < 20 || one.charAt(10) != 'T' || other.charAt(10) != 'T') {
            return false;
        }
        try {
            // Salesforce keeps whole seconds of what it shows in the field; the rest is not a person's doing.
            return time(one).toInstant().getEpochSecond()
                    == time(other).toInstant().getEpochSecond();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return OffsetDateTime.parse(text, SALESFORCE_TIME);
        }
    }

    /** An id of 15 characters, and the same with the three that tell upper case from lower. */
    private static boolean sameId(String one, String other) {
        String brief = one.length() < other.length() ? one : other;
        String full = one.length() < other.length() ? other : one;
        return brief.length() == SHORT_ID && full.equals(fullId(brief));
    }

    /** The id of 18 characters that Salesforce's pages and Parley's own records have, of that or the one of 15. */
    static String fullId(String id) {
        return id.length() == SHORT_ID ? id + caseSuffix(id) : id;
    }

    /** Salesforce's suffix: one character for each five, by which of them are capital letters. */
    private static String caseSuffix(String id) {
        StringBuilder suffix = new StringBuilder();
        for (int group = 0; group < SHORT_ID; group += 5) {
            int capitals = 0;
            for (int i = 0; i < 5; i++) {
                char c = id.charAt(group + i);
                capitals |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            suffix.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".charAt(capitals));
        }
        return suffix.toString();
    }

    private static boolean sameSet(String one, String other) {
        return one.indexOf(';') >= 0
                && new TreeSet<>(Arrays.asList(one.split(";"))).equals(new TreeSet<>(Arrays.asList(other.split(";"))));
    }
}
