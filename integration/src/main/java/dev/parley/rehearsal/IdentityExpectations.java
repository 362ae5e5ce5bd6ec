package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.Identity;
import dev.parley.mapping.TestFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Holds who was found against who a test expects; only what is named is compared. */
final class IdentityExpectations {

    private IdentityExpectations() {}

    /** All that is not as expected; {@code found} has one identity for each conversation of the test. */
    static List<Mismatch> check(TestFile file, String pointer, JsonNode test, List<Identity> found) {
        JsonNode expected = test.path("identity");
        List<Mismatch> mismatches = new ArrayList<>();
        for (Identity identity : expected.isObject() ? found : List.<Identity>of()) {
            Map<String, String> got = words(identity);
            expected.properties().forEach(want -> {
                String at = pointer + "/identity/" + want.getKey();
                String value = want.getValue().asText(null);
                String held = got.get(want.getKey());
                if (!agrees(want.getKey(), value, held)) {
                    mismatches.add(new Mismatch(
                            file.place(at), want.getKey() + " of the identity", said(value), said(held), null));
                }
            });
        }
        return mismatches;
    }

    private static boolean agrees(String key, String expected, String got) {
        return key.equals("evidence") ? got.contains(expected) : expected == null ? got == null : expected.equals(got);
    }

    private static String said(String value) {
        return value == null ? "none" : value;
    }

    private static Map<String, String> words(Identity identity) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("kind", identity.kind().name().toLowerCase(Locale.ROOT));
        words.put("decision", identity.decision().name().toLowerCase(Locale.ROOT));
        words.put("account", identity.accountId());
        words.put("contact", identity.contactId());
        words.put("lead", identity.leadId());
        words.put("opportunity", identity.opportunityId());
        words.put("territory", identity.territory());
        words.put("evidence", String.join("\n", identity.evidence()));
        return words;
    }
}
