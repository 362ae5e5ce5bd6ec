package dev.parley.channel;

import com.google.common.base.Ascii;
import com.google.common.io.BaseEncoding;
import dev.parley.mapping.Verification.Encoding;
import dev.parley.mapping.Verification.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks the signature of a body (HMAC, RFC 2104) over the bytes as they came. */
final class HmacCheck {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final Hmac scheme;
    private final byte[] secret;
    private final Clock clock;

    HmacCheck(Hmac scheme, byte[] secret, Clock clock) {
        this.scheme = scheme;
        this.secret = secret;
        this.clock = clock;
    }

    /** @throws ProblemException 401 that says what is missing or wrong, and what to look at */
    void check(WebhookCall call) {
        String value = call.headers().get(Ascii.toLowerCase(scheme.header()));
        if (value == null) {
            requireUnsignedAccepted();
            return;
        }
        SignatureValue given = SignatureValue.read(scheme.value(), value);
        if (given.signatures().isEmpty()) {
            throw refused("The header " + scheme.header() + " is not written as '" + scheme.value() + "'.");
        }
        String timestamp = timestamp(given, call);
        byte[] expected = mac(timestamp, call.bytes());
        boolean right = false;
        // Always all of them, and each in constant time.
        for (String signature : given.signatures()) {
            right |= MessageDigest.isEqual(expected, decoded(signature));
        }
        if (!right) {
            throw refused("The signature in " + scheme.header() + " does not fit the body. Compare the secret with the"
                    + " service's, and see that nothing in between changes the body.");
        }
        requireFresh(timestamp);
    }

    private void requireUnsignedAccepted() {
        if (!scheme.unsignedAccepted()) {
            throw refused("The header " + scheme.header() + ", which holds the signature, is missing. See that the"
                    + " service has been given a secret to sign with.");
        }
    }

    private String timestamp(SignatureValue given, WebhookCall call) {
        if (!scheme.signed().contains("{timestamp}")) {
            return null;
        }
        String header = scheme.timestamp();
        String value = header == null ? given.timestamp() : call.headers().get(Ascii.toLowerCase(header));
        if (value == null) {
            throw refused("The time of signing is missing; it stands in the header "
                    + (header == null ? scheme.header() : header) + ".");
        }
        return value;
    }

    private void requireFresh(String timestamp) {
        Duration tolerance = scheme.tolerance();
        if (timestamp == null || tolerance == null) {
            return;
        }
        if (Duration.between(time(timestamp), clock.instant()).abs().compareTo(tolerance) > 0) {
            throw refused("The time of signing lies more than " + tolerance.toSeconds() + " s from this server's clock:"
                    + " an old body was sent again, or one of the two clocks is wrong.");
        }
    }

    private Instant time(String timestamp) {
        try {
            return SECONDS.matcher(timestamp).matches()
                    ? Instant.ofEpochSecond(Long.parseLong(timestamp))
                    : Rfc3339.parse(timestamp);
        } catch (DateTimeException e) {
            throw refused("The time of signing is neither seconds since 1970 nor a date-time of RFC 3339.");
        }
    }

    private byte[] mac(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(scheme.algorithm());
            mac.init(new SecretKeySpec(secret, scheme.algorithm()));
            String signed =
                    timestamp == null ? scheme.signed() : scheme.signed().replace("{timestamp}", timestamp);
            int at = signed.indexOf("{body}");
            mac.update(signed.substring(0, at).getBytes(StandardCharsets.UTF_8));
            mac.update(body);
            mac.update(signed.substring(at + "{body}".length()).getBytes(StandardCharsets.UTF_8));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + scheme.algorithm(), e);
        }
    }

    /** Nothing for what is not written in the encoding: it fits nothing. */
    private byte[] decoded(String signature) {
        BaseEncoding encoding =
                scheme.encoding() == Encoding.HEX ? BaseEncoding.base16().ignoreCase() : BaseEncoding.base64();
        try {
            return encoding.decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** A signature is wanted, and where: a bearer token would help nobody. */
    private ProblemException refused(String detail) {
        return Problem.unproven(detail, "Webhook-Signature header=\"" + scheme.header() + "\"")
                .exception();
    }
}
