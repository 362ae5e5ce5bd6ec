package dev.parley.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;

/** How a service proves that what arrives comes from it. The secret is a setting and never stands here. */
public sealed interface Verification {

    /**
     * It signs what it sends (HMAC, RFC 2104) with the secret.
     *
     * @param header that holds the signature
     * @param algorithm name of the MAC in the Java Cryptography Architecture, such as {@code HmacSHA256}
     * @param encoding how the signature is written
     * @param value template of the header's value, with {@code {signature}} and perhaps {@code {timestamp}}
     * @param signed template of what is signed, with {@code {body}} and perhaps {@code {timestamp}}
     * @param timestamp header that holds the time of signing; null where {@code value} holds it or there is none
     * @param tolerance how far the time of signing may lie from the clock; null for any
     * @param unsignedAccepted whether a body without signature is taken
     */
    record Hmac(
            String header,
            String algorithm,
            Encoding encoding,
            String value,
            String signed,
            String timestamp,
            Duration tolerance,
            boolean unsignedAccepted)
            implements Verification {}

    /**
     * It sends the secret itself along: in a header, in the body, or as a parameter of the address.
     *
     * @param header that holds it, or null
     * @param body where in the parsed body it stands, or null
     * @param query the parameter that holds it, or null
     */
    record Token(String header, JsonPointer body, String query) implements Verification {}

    /** It proves nothing: whoever knows the address can send. */
    record None() implements Verification {}

    /** How a signature is written. */
    enum Encoding {
        /** Two digits a byte, in either case. */
        HEX,
        /** Base64 (RFC 4648 section 4), padded or not. */
        BASE64
    }
}
