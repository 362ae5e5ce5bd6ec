package dev.parley.qualification;

import java.util.List;

/**
 * What a conversation is kept up for: to get something done, or for the relationship itself.
 *
 * @param name {@code instrumental} or {@code relationship-oriented}
 * @param evidence what that rests on
 */
public record Orientation(String name, List<Evidence> evidence) {

    public Orientation {
        evidence = List.copyOf(evidence);
    }
}
