package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong in a source file is said before it is used, each at its place. */
class SourceMistakesTest {
    private static final String EVENTS =
            "\nservice: s\nevents: [{ type: meeting.cancelled, id: body.id, data: { uid: body.id } }]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            hmac                                 | missing-key: 'header' is missing: the header that holds the signature.
            hmac, header: X, query: q            | not-here: 'query' is where a token stands, and this is hmac: leave it out.
            hmac, header: X, secret: abc         | not-here: the secret never stands in a mapping file: take it out, and set source.{name}.secret.
            hmac, header: X, tolerance: 5m       | contradiction: 'tolerance' needs a timestamp: give 'timestamp' or put it in 'value'.
            hmac, header: X, tolerance: soon, signed: "{timestamp}{body}", timestamp: T | wrong-value: 'tolerance' is 'soon', but must be like '5m'.
            hmac, header: X, signed: "{timestamp}.{body}" | contradiction: 'signed' holds {timestamp}, but it is not said where that stands.
            hmac, header: X, timestamp: T, tolerance: 5m | contradiction: a timestamp that is not in 'signed' proves nothing: anybody can change it.
            hmac, header: X, value: "sha256=" | wrong-value: 'value' must hold {signature} once.
            hmac, header: X, signed: "{body}{body}" | wrong-value: 'signed' must hold {body} once.
            hmac, header: X, value: "{signatur}{signature}" | unknown-placeholder: '{signatur}' means nothing in 'value'. Did you mean 'signature'?
            hmac, header: X, value: "sha256={signatur}" | unknown-placeholder: '{signatur}' means nothing in 'value'. Did you mean 'signature'?
            hmac, header: X, tolerance: 5m, value: "t={timestmp},v1={signature}", signed: "{timestamp}.{body}" | unknown-placeholder: '{timestmp}' means nothing in 'value'. Did you mean 'timestamp'?
            hmac, header: X, algorithm: md5      | wrong-value: 'algorithm' is 'md5', but must be 'sha1', 'sha256' or 'sha512'.
            hmac, header: X, timestamp: T, signed: "{timestamp}{body}" | no-tolerance: (warning) there is a timestamp, but without 'tolerance' an old body can be sent again at any time.
            hmac, header: X, timestamp: T, tolerance: 5m, value: "{timestamp},{signature}", signed: "{timestamp}{body}" | contradiction: 'value' holds the timestamp already: leave one of them out.
            token                                | missing-key: it is not said where the token stands: give 'header', 'body' or 'query'.
            token, header: X, query: q           | contradiction: the token stands in one place only: keep one of 'header', 'query'.
            token, header: X, algorithm: sha1    | not-here: 'algorithm' is for hmac: leave it out, or write 'scheme: hmac'.
            none                                 | unverified: (warning) with 'scheme: none' whoever knows the address can send whatever they like.
            hmak, header: X                      | wrong-value: 'scheme' is 'hmak', but must be 'hmac', 'token' or 'none'. Did you mean 'hmac'?
            """)
    void aVerificationThatContradictsItselfIsRefused(String verify, String finding) {
        assertThat(SourceFiles.findings("verify: { scheme: " + verify + " }" + EVENTS))
                .singleElement()
                .asString()
                .matches("sources/shop.yaml:1:\\d+ .*")
                .endsWith(finding);
    }

    @Test
    void everythingWrongWithEventsIsSaidAtOnce() {
        assertThat(
                        SourceFiles.findings(
                                """
                service: Shop
                verify: { scheme: token, header: X-Token }
                events:
                  - type: chat.mesage.posted
                    id: body.id
                    subject: bdy.id
                  - type: chat.message.posted
                    id: '"constant"'
                    data:
                      id: body.id
                      author: { role: '"visiter"', nmae: body.name, zodiac: body.zodiac }
                      text: { en: body.text }
                      attachments: { url: body.url }
                  - each: body.list
                    type: meeting.booked
                    id: body.id
                    data:
                      uid: item
                      start: body.start
                      attendees: { each: item.people, item: { name: body.name } }
                  - each: body.list
                    type: chat.form.submitted
                    id: item.id & $now()
                    subject: body.id
                    data: { answers: { email: item.mail, colour: item.colour } }
                  - type: chat.message.deleted
                    id: body.id
                    subject: body.id
                """))
                .containsExactly(
                        "sources/shop.yaml:4:11 wrong-value: 'type' is 'chat.mesage.posted', but must be " + types()
                                + ". Did you mean 'chat.message.posted'?",
                        "sources/shop.yaml:6:14 unknown-path: the delivery has no 'bdy'. Did you mean 'body'?",
                        "sources/shop.yaml:7:5 missing-key: 'subject' is missing: it is the conversation's id.",
                        "sources/shop.yaml:8:5 same-id: 'id' is the same for every body: take it from what the body is about.",
                        "sources/shop.yaml:11:23 wrong-value: 'visiter' is none of visitor, agent, bot, system, peer. Did you"
                                + " mean 'visitor'?",
                        "sources/shop.yaml:11:36 unknown-key: 'nmae' is no key that chat.message.posted knows here. Did you"
                                + " mean 'name'?",
                        "sources/shop.yaml:11:53 unknown-key: (warning) 'zodiac' is no key that chat.message.posted knows"
                                + " here: it is kept, and nothing reads it.",
                        "sources/shop.yaml:12:7 wrong-type: 'text' of chat.message.posted cannot be keys with values.",
                        "sources/shop.yaml:13:7 wrong-type: 'attachments' of chat.message.posted cannot be keys with values.",
                        "sources/shop.yaml:16:5 same-id: 'id' is the same for every element of 'each': use 'item' in it.",
                        "sources/shop.yaml:17:5 missing-key: 'end' is missing: meeting.booked needs it.",
                        "sources/shop.yaml:20:20 unused-each: (warning) 'each' makes one for each element, but nothing uses"
                                + " 'item'.",
                        "sources/shop.yaml:23:19 forbidden-function: $now may not be used: it gives another result each time;"
                                + " use a time that the data holds.",
                        "sources/shop.yaml:26:5 missing-key: 'data' is missing: chat.message.deleted needs it.");
    }

    @Test
    void aSecretInAChallengeIsRefusedToo() {
        assertThat(SourceFiles.findings(
                        """
                verify: { scheme: none }
                challenge: { secret: '"abc"', answer: body.x }
                """
                                + EVENTS.strip()))
                .containsExactly(
                        "sources/shop.yaml:1:11 unverified: (warning) with 'scheme: none' whoever knows the address can"
                                + " send whatever they like.",
                        "sources/shop.yaml:2:1 contradiction: a challenge shows the secret, but 'scheme: none' has none.",
                        "sources/shop.yaml:2:22 not-here: the secret never stands in a mapping file: say which part of"
                                + " the request shows it.",
                        "sources/shop.yaml:2:39 unknown-path: the challenge has no 'body'.");
    }

    @Test
    void theNameOfTheFileMustDoAsANameOfASource() {
        String good = "verify: { scheme: token, query: t }" + EVENTS;

        assertThat(SourceFiles.load("Shop_1", good).findings())
                .extracting(Finding::toString)
                .containsExactly("sources/Shop_1.yaml:1:1 source-name: the file's name becomes the source's name, so it"
                        + " takes only a to z, 0 to 9 and -, at most 79.");
        assertThat(SourceFiles.load("shop-1", good).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            [1, 2]
            { verify: 7, events: { a: 1 }, challenge: [x], service: { a: b } }
            { verify: { scheme: token, body: secret }, events: [7, x, { data: 1 }, { data: { a: { each: 1 } } }] }
            { verify: { scheme: hmac, value: 7, signed: [a] }, events: [{ type: 7, each: { a: b }, id: [x] }] }
            """)
    void whatHasNotEvenTheRightShapeIsRefusedToo(String file) {
        assertThat(SourceFiles.load(file).broken()).isTrue();
    }

    @Test
    void editorsOfferTheTypesOfEventsThatThereAre() {
        List<String> known = new ArrayList<>();
        Schemas.EVENTS.at("/properties/type/enum").forEach(type -> known.add(type.asText()));

        assertThat(typesOffered()).containsExactlyElementsOf(known);
    }

    private static List<String> typesOffered() {
        List<String> offered = new ArrayList<>();
        JsonNode schema = Schemas.of("sources").getSchemaNode();
        schema.at("/$defs/event/properties/type/enum").forEach(type -> offered.add(type.asText()));
        return offered;
    }

    private static String types() {
        List<String> types = typesOffered();
        int last = types.size() - 1;
        return "'" + String.join("', '", types.subList(0, last)) + "' or '" + types.get(last) + "'";
    }
}
