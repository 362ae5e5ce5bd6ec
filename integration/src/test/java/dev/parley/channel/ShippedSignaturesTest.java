package dev.parley.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.hash.Hashing;
import dev.parley.mapping.SourceMapping;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each service's own way to prove who sends, as its documentation has it: good, bad, stale and missing. */
class ShippedSignaturesTest {

    private static final String SECRET = "demo-secret";
    private static final Instant NOW = ShippedSource.NOW;

    /** How each service signs a body at a time. */
    private enum Service {
        CHATWOOT("message_created") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                String time = String.valueOf(at.getEpochSecond());
                return Map.of(
                        "x-chatwoot-timestamp",
                        time,
                        "x-chatwoot-signature",
                        "sha256=" + hmac("HmacSHA256", secret, time + ".", body));
            }
        },
        ROCKETCHAT("Message_visitor") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                return Map.of("x-rocketchat-livechat-token", secret);
            }
        },
        INTERCOM("conversation_user_created") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                return Map.of("x-hub-signature", "sha1=" + hmac("HmacSHA1", secret, "", body));
            }
        },
        WHATSAPP("text") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                return Map.of("x-hub-signature-256", "sha256=" + hmac("HmacSHA256", secret, "", body));
            }
        },
        TAWKTO("chat_start") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                return Map.of("x-tawk-signature", hmac("HmacSHA1", secret, "", body));
            }
        },
        CALCOM("BOOKING_CREATED") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                return Map.of("x-cal-signature-256", hmac("HmacSHA256", secret, "", body));
            }
        },
        CALENDLY("invitee_created") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                String time = String.valueOf(at.getEpochSecond());
                String signature = hmac("HmacSHA256", secret, time + ".", body);
                return Map.of("calendly-webhook-signature", "t=" + time + ",v1=" + signature);
            }
        },
        GENERIC("message") {
            @Override
            Map<String, String> headers(byte[] body, String secret, Instant at) {
                return Map.of("x-signature", "sha256=" + hmac("HmacSHA256", secret, "", body));
            }
        };

        private final ShippedSource source = new ShippedSource(name().toLowerCase(Locale.ROOT));
        private final String body;

        Service(String body) {
            this.body = body;
        }

        abstract Map<String, String> headers(byte[] body, String secret, Instant at);
    }

    @ParameterizedTest
    @EnumSource
    void aGoodSignatureLetsIn(Service service) {
        byte[] body = service.source.bytes(service.body);

        assertThatCode(() -> verify(service.source, body, service.headers(body, SECRET, NOW)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void anotherSecretDoesNot(Service service) {
        byte[] body = service.source.bytes(service.body);

        assertThat(refusal(service.source, body, service.headers(body, "guess", NOW)))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void noSignatureDoesNot(Service service) {
        assertThat(refusal(service.source, service.source.bytes(service.body), Map.of()))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ROCKETCHAT")
    void aBodyThatWasChangedDoesNot(Service service) {
        byte[] body = service.source.bytes(service.body);
        byte[] changed = Arrays.copyOf(body, body.length + 1);
        changed[body.length] = ' ';

        assertThat(refusal(service.source, changed, service.headers(body, SECRET, NOW)))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CHATWOOT", "CALENDLY"})
    void anOldOneDoesNot(Service service) {
        byte[] body = service.source.bytes(service.body);
        Instant within = NOW.minus(Duration.ofMinutes(5));

        assertThatCode(() -> verify(service.source, body, service.headers(body, SECRET, within)))
                .doesNotThrowAnyException();
        assertThat(refusal(service.source, body, service.headers(body, SECRET, within.minusSeconds(1))))
                .isEqualTo(401);
    }

    @Test
    void liveChatPutsItsSecretIntoTheBody() {
        ShippedSource livechat = new ShippedSource("livechat");
        String body = new String(livechat.bytes("incoming_chat"), UTF_8);

        assertThatCode(() -> verify(livechat, body.getBytes(UTF_8), Map.of())).doesNotThrowAnyException();
        assertThat(refusal(livechat, body.replace(SECRET, "guess").getBytes(UTF_8), Map.of()))
                .isEqualTo(401);
        assertThat(refusal(livechat, body.replace("secret_key", "key").getBytes(UTF_8), Map.of()))
                .isEqualTo(401);
    }

    @Test
    void whatsAppChecksTheAddressWithTheSecret() throws Exception {
        SourceMapping whatsapp = new ShippedSource("whatsapp").mapping();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            DefaultMessage answer = new DefaultMessage(context);
            verifier().answer(whatsapp, challenge(SECRET), answer);
            verifier()
                    .answer(
                            whatsapp,
                            challenge(Hashing.sha256().hashString(SECRET, UTF_8).toString()),
                            answer);

            assertThat(answer.getBody()).isEqualTo("1158201444");
            assertThat(catchThrowableOfType(ProblemException.class, () -> verifier()
                                    .answer(whatsapp, challenge("guess"), answer))
                            .problem()
                            .status())
                    .isEqualTo(403);
        }
    }

    private static WebhookCall challenge(String secret) {
        return new WebhookCall(
                "whatsapp",
                null,
                new byte[0],
                Map.of(),
                Map.of("hub.mode", "subscribe", "hub.verify_token", secret, "hub.challenge", "1158201444"),
                NOW);
    }

    private static int refusal(ShippedSource source, byte[] body, Map<String, String> headers) {
        return catchThrowableOfType(ProblemException.class, () -> verify(source, body, headers))
                .problem()
                .status();
    }

    private static void verify(ShippedSource source, byte[] body, Map<String, String> headers) {
        String name = source.mapping().name();
        verifier().verify(source.mapping(), new WebhookCall(name, "application/json", body, headers, Map.of(), NOW));
    }

    private static WebhookVerifier verifier() {
        Webhooks webhooks = new Webhooks(() -> null, name -> Optional.of(SECRET), null);
        WebhookSources sources = new WebhookSources(webhooks, 600_000, System::nanoTime);
        return new WebhookVerifier(sources, new WebhookBodies(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String hmac(String algorithm, String secret, String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            mac.update(before.getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
