package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.BaseEncoding;
import dev.parley.mapping.Verification.Encoding;
import dev.parley.mapping.Verification.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature fits the bytes as they came, or the body is refused with a word on what to look at. */
class HmacCheckTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_772_445_600);
    private static final String BODY = "{\"text\": \"Grüße\"}";
    private static final Hmac PLAIN = scheme("HmacSHA256", Encoding.HEX, "sha256={signature}", "{body}", null, null);
    private static final Hmac TIMED = scheme(
            "HmacSHA256",
            Encoding.HEX,
            "t={timestamp},v1={signature}",
            "{timestamp}.{body}",
            null,
            Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"HmacSHA1, HEX", "HmacSHA256, HEX", "HmacSHA512, HEX", "HmacSHA1, BASE64", "HmacSHA256, BASE64"})
    void aGoodSignatureLetsTheBodyIn(String algorithm, Encoding encoding) {
        Hmac scheme = scheme(algorithm, encoding, "{signature}", "{body}", null, null);
        String signature = written(encoding, algorithm, BODY);

        accepted(scheme, BODY, Map.of("x-sign", signature));
        refused(scheme, BODY + " ", Map.of("x-sign", signature), "does not fit the body");
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void aSignatureInTheOtherEncodingCutShortOrLongerIsWrong(Encoding encoding) {
        Hmac scheme = scheme("HmacSHA256", encoding, "{signature}", "{body}", null, null);
        Encoding other = encoding == Encoding.HEX ? Encoding.BASE64 : Encoding.HEX;
        String right = written(encoding, "HmacSHA256", BODY);

        refused(scheme, BODY, Map.of("x-sign", written(other, "HmacSHA256", BODY)), "does not fit");
        refused(scheme, BODY, Map.of("x-sign", right.substring(0, 20)), "does not fit");
        refused(scheme, BODY, Map.of("x-sign", right.substring(0, 21)), "does not fit");
        refused(scheme, BODY, Map.of("x-sign", right + right), "does not fit");
        refused(scheme, BODY, Map.of("x-sign", "Ünïcödé"), "does not fit");
    }

    @Test
    void hexMayBeInEitherCaseAndBase64WithoutPadding() {
        Hmac base64 = scheme("HmacSHA256", Encoding.BASE64, "{signature}", "{body}", null, null);

        accepted(PLAIN, BODY, Map.of("x-sign", "sha256=" + hex(BODY).toUpperCase(Locale.ROOT)));
        accepted(
                base64,
                BODY,
                Map.of("x-sign", written(Encoding.BASE64, "HmacSHA256", BODY).replace("=", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256=", "sha1=0a0b", ",,,", "=sha256"})
    void aHeaderThatIsNotWrittenLikeTheTemplateIsRefused(String value) {
        refused(PLAIN, BODY, Map.of("x-sign", value), "is not written as 'sha256={signature}'");
    }

    @Test
    void aMissingHeaderIsRefusedUnlessOlderServersAreAccepted() {
        Hmac lenient = new Hmac("X-Sign", "HmacSHA256", Encoding.HEX, "{signature}", "{body}", null, null, true);

        refused(PLAIN, BODY, Map.of(), "The header X-Sign, which holds the signature, is missing");
        accepted(lenient, BODY, Map.of());
        refused(lenient, BODY, Map.of("x-sign", "00"), "does not fit");
        refused(lenient, BODY, Map.of("x-sign", ""), "is not written as");
    }

    @Test
    void anyOfSeveralSignaturesMayFit() {
        String time = "t=" + NOW.getEpochSecond();
        String right = "v1=" + hex(NOW.getEpochSecond() + "." + BODY);

        accepted(TIMED, BODY, Map.of("x-sign", time + ",v1=00," + right));
        accepted(TIMED, BODY, Map.of("x-sign", right + " , v0=ff, " + time));
        refused(TIMED, BODY, Map.of("x-sign", time + ",v1=00,v1=ff"), "does not fit");
        refused(TIMED, BODY, Map.of("x-sign", right), "The time of signing is missing; it stands in the header X-Sign");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false", "99999999, false"})
    void anOldBodyIsNotTakenAgain(long age, boolean taken) {
        String time = String.valueOf(NOW.getEpochSecond() - age);
        Map<String, String> headers = Map.of("x-sign", "t=" + time + ",v1=" + hex(time + "." + BODY));

        if (taken) {
            accepted(TIMED, BODY, headers);
        } else {
            refused(TIMED, BODY, headers, "lies more than 300 s from this server's clock");
        }
    }

    @Test
    void theTimeMayStandInAHeaderOfItsOwnAsADateToo() {
        Hmac scheme = scheme(
                "HmacSHA256",
                Encoding.HEX,
                "sha256={signature}",
                "{timestamp}.{body}",
                "X-Time",
                Duration.ofMinutes(5));
        String time = NOW.toString();

        accepted(scheme, BODY, Map.of("x-sign", "sha256=" + hex(time + "." + BODY), "x-time", time));
        refused(scheme, BODY, Map.of("x-sign", "sha256=" + hex("." + BODY)), "stands in the header X-Time");
        refused(
                scheme,
                BODY,
                Map.of("x-sign", "sha256=" + hex("soon." + BODY), "x-time", "soon"),
                "neither seconds since 1970 nor a date-time");
    }

    @Test
    void nothingThatIsSaidHoldsTheSecretOrWhatWasSigned() {
        assertThatThrownBy(() -> check(PLAIN, BODY, Map.of("x-sign", "sha256=00")))
                .hasMessageNotContaining(Shop.SECRET)
                .hasMessageNotContaining("Grüße")
                .hasMessageNotContaining(hex(BODY));
    }

    private static void accepted(Hmac scheme, String body, Map<String, String> headers) {
        assertThatCode(() -> check(scheme, body, headers)).doesNotThrowAnyException();
    }

    private static void refused(Hmac scheme, String body, Map<String, String> headers, String why) {
        assertThatThrownBy(() -> check(scheme, body, headers))
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(ProblemException.class, e -> org.assertj.core.api.Assertions.assertThat(
                                e.problem().status())
                        .isEqualTo(401));
    }

    private static void check(Hmac scheme, String body, Map<String, String> headers) {
        WebhookCall call = new WebhookCall("shop", null, body.getBytes(StandardCharsets.UTF_8), headers, Map.of(), NOW);
        new HmacCheck(scheme, Shop.SECRET.getBytes(StandardCharsets.UTF_8), Clock.fixed(NOW, ZoneOffset.UTC))
                .check(call);
    }

    private static Hmac scheme(
            String algorithm, Encoding encoding, String value, String signed, String timestamp, Duration tolerance) {
        return new Hmac("X-Sign", algorithm, encoding, value, signed, timestamp, tolerance, false);
    }

    private static String hex(String signed) {
        return written(Encoding.HEX, "HmacSHA256", signed);
    }

    private static String written(Encoding encoding, String algorithm, String signed) {
        byte[] mac = Shop.hmac(algorithm, signed.getBytes(StandardCharsets.UTF_8));
        return encoding == Encoding.HEX
                ? BaseEncoding.base16().lowerCase().encode(mac)
                : BaseEncoding.base64().encode(mac);
    }
}
