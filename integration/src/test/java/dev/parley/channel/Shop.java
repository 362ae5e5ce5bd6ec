package dev.parley.channel;

import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shop whose services send webhooks: {@code shop} signs JSON, {@code till} posts forms with a token, {@code page} checks
 * the address first, {@code open} proves nothing, and {@code new} has no secret yet.
 */
final class Shop implements AutoCloseable {

    static final String SECRET = "the-secret-of-the-shop";

    private static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;
    private static final String MESSAGES =
            """
            events:
              - each: body.messages
                type: chat.message.posted
                id: '"message-" & item.id'
                subject: body.chat
                time: body.at
                data: { id: item.id, author: { role: '"visitor"' }, text: item.text }
            """;
    private static final String SIGNED = "service: Shop chat\nverify: { scheme: hmac, header: X-Shop-Signature }\n";

    private final Database database = Stores.h2();
    private final Unread unread = new Unread(database.tx(), Samples.CLOCK);
    private final Map<String, String> files = new TreeMap<>(Map.of(
            "salesforce/chat_conversation.yaml", RECORD,
            "sources/shop.yaml", SIGNED + MESSAGES,
            "sources/new.yaml", SIGNED + MESSAGES,
            "sources/open.yaml", "service: Open\nverify: { scheme: none }\n" + MESSAGES,
            "sources/page.yaml",
                    SIGNED
                            + """
                    challenge:
                      when: query.`hub.mode` = "subscribe"
                      secret: query.`hub.verify_token`
                      answer: query.`hub.challenge`
                    """
                            + MESSAGES,
            "sources/inside.yaml", "service: Inside\nverify: { scheme: token, body: /secret }\n" + MESSAGES,
            "sources/till.yaml",
                    """
                    service: Till
                    verify: { scheme: token, header: X-Till-Token }
                    body: form
                    success: 204
                    events:
                      - type: chat.visitor.identified
                        id: '"customer-" & body.customer & query.version'
                        subject: body.customer
                        data: { visitor: { email: body.email, locale: headers.accept-language } }
                    """
                            .replace("headers.accept-language", "headers.`accept-language`")));
    private MappingSet mappings = MappingFiles.load(files).orThrow();

    Webhooks webhooks() {
        return new Webhooks(() -> mappings, this::secret, unread);
    }

    Unread unread() {
        return unread;
    }

    SourceMapping source(String name) {
        return mappings.source(name).orElseThrow();
    }

    /** An admin saves a source file. */
    void save(String name, String replace, String with) {
        files.computeIfPresent("sources/" + name + ".yaml", (path, text) -> text.replace(replace, with));
        mappings = MappingFiles.load(files).orThrow();
    }

    private Optional<String> secret(String source) {
        return Optional.of(SECRET).filter(secret -> !source.equals("new"));
    }

    /** What the shop's chat signs a body with. */
    static String signature(byte[] body) {
        return HexFormat.of().formatHex(hmac("HmacSHA256", body));
    }

    static byte[] hmac(String algorithm, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(signed);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A body with one message. */
    static String message(String id, String text) {
        return """
                {"chat": "c-1", "at": "2026-03-02T09:30:00Z", "messages": [{"id": "%s", "text": "%s"}]}"""
                .formatted(id, text);
    }

    @Override
    public void close() {
        database.close();
    }
}
