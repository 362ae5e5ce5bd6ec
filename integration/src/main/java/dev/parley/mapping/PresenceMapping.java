package dev.parley.mapping;

import java.util.List;

/**
 * How social presence is told in one language: a file of {@code presence/}.
 *
 * @param language ISO 639-1 code, the file's name
 */
public record PresenceMapping(String language, List<PresenceIndicator> indicators) {
    public PresenceMapping {
        indicators = List.copyOf(indicators);
    }
}
