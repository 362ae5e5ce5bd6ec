package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of an event what must not be stored anywhere: card numbers, IBANs and pasted secrets. What stands in their
 * place says what it was, so that a reader understands the sentence.
 */
final class Masking {

    /** Keys whose values name things; a Luhn-valid id must stay the id it is. */
    private static final Set<String> NAMES = Set.of("id", "uid", "previousUid", "replyTo", "cannedReplyId", "phone");

    /** ISO/IEC 7812: 13 to 19 digits, in groups or not, with a valid check digit. */
    private static final Pattern CARD = Pattern.compile("(?<![\\d.,-])\\d(?:[ -]?\\d){12,18}(?![\\d])");

    /** ISO 13616: country, check digits, up to 30 characters, in groups of four or not. */
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b", Pattern.CASE_INSENSITIVE);

    private static final String SECRET = "password|passwd|passwort|lösenord|pwd|secret|api[ _-]?key|token|密码|رمز عبور";

    /** Without such a word there is no named secret, and looking for the word alone costs a tenth. */
    private static final Pattern SECRET_WORD = Pattern.compile(SECRET, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A word for a secret, a separator, and the secret itself. */
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?<=\\b(?:" + SECRET + ")" + "\\s{0,3}(?::|=|is|är|ist|：|为|是)\\s{0,3})[^\\s,;\"']{4,200}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Forms of secret that are known by their looks: JWTs, private keys, and the prefixes of common services' keys. */
    private static final Pattern KNOWN_SECRET = Pattern.compile("eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]{10,}"
            + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]{0,8000}?-----END [A-Z ]*PRIVATE KEY-----"
            + "|\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"
            + "|\\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{16,}"
            + "|\\bgh[pousr]_[A-Za-z0-9]{30,}"
            + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}"
            + "|\\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{40,}");

    private Masking() {}

    /** The same event without them; the very same object if there are none. */
    static ChatEvent masked(ChatEvent event) {
        ObjectNode data = event.envelope().data();
        JsonNode masked = masked(data);
        return masked.equals(data) ? event : event.withData((ObjectNode) masked);
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof TextNode text) {
            String masked = masked(text.textValue());
            return masked.equals(text.textValue()) ? node : TextNode.valueOf(masked);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(element -> copy.add(masked(element)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), NAMES.contains(field.getKey()) ? field.getValue() : masked(field.getValue()));
            }
            return copy;
        }
        return node;
    }

    /** The text without card numbers, IBANs and secrets. */
    static String masked(String text) {
        String result = replace(text, KNOWN_SECRET, "[secret removed]", secret -> true);
        if (SECRET_WORD.matcher(result).find()) {
            result = replace(result, NAMED_SECRET, "[secret removed]", Masking::looksSecret);
        }
        result = replace(result, IBAN, "[IBAN removed]", Masking::isIban);
        return replace(result, CARD, "[card number removed]", Masking::isCard);
    }

    private static String replace(String text, Pattern pattern, String by, Predicate<String> really) {
        return pattern.matcher(text)
                .replaceAll((MatchResult found) -> really.test(found.group())
                        ? java.util.regex.Matcher.quoteReplacement(by)
                        : java.util.regex.Matcher.quoteReplacement(found.group()));
    }

    /** "The token is broken" names no secret: one has a digit or a sign in it, and is no placeholder of ours. */
    private static boolean looksSecret(String value) {
        return value.chars().anyMatch(c -> !Character.isLetter(c))
                && !value.startsWith("[")
                && !value.matches("[\\p{L}]+[.!?)]*");
    }

    private static boolean isCard(String found) {
        String digits = found.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits.length() <= 19
                && sum % 10 == 0
                && digits.chars().distinct().count() > 1;
    }

    private static boolean isIban(String found) {
        String compact = found.replace(" ", "").toUpperCase(java.util.Locale.ROOT);
        if (compact.length() < 15 || compact.length() > 34) {
            return false;
        }
        StringBuilder number = new StringBuilder();
        (compact.substring(4) + compact.substring(0, 4))
                .chars()
                .forEach(c -> number.append(Character.getNumericValue(c)));
        return new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
