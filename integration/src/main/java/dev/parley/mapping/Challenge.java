package dev.parley.mapping;

/**
 * A service's check of the address, as the source file reads it.
 *
 * @param secret what the request shows as the secret; to be compared in constant time; null for nothing
 * @param answer what to answer as plain text if the secret is right; null for nothing
 */
public record Challenge(String secret, String answer) {
    @Override
    public String toString() {
        return "Challenge[…]";
    }
}
