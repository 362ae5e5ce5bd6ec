package dev.parley.channel.mailbox;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Keeps the headers of a mail from becoming headers of a Camel message, where {@code delete} or {@code CamelFileName}
 * would be obeyed (CVE-2026-33454).
 */
final class NoHeaders implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
