package dev.parley.mapping;

import java.util.List;

/**
 * All that the files say of how messages are understood.
 *
 * @param functions what messages are for, a file a language
 * @param presence what shows the person behind them, a file a language
 */
public record TalkMappings(List<FunctionsMapping> functions, List<PresenceMapping> presence) {
    public TalkMappings {
        functions = List.copyOf(functions);
        presence = List.copyOf(presence);
    }
}
