package dev.parley.admin;

import dev.parley.channel.gaps.GapSource;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.SourceMapping;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Which services are to be asked for what their webhooks did not bring. */
final class GapSetup {

    private GapSetup() {}

    /**
     * Those with an address and a token. One that is only written back to is not asked: its file need not say how.
     *
     * @throws CommandFailed if one has only the one or the other
     */
    static List<GapSource> of(Settings settings, MappingSet mappings) {
        Map<String, String> urls = settings.family("source.{name}.url");
        Map<String, String> tokens = settings.family("source.{name}.apiToken");
        requireBoth(urls, tokens, "apiToken");
        requireBoth(tokens, urls, "url");
        Map<String, String> writeBack = settings.family("source.{name}.writeBack");
        return urls.entrySet().stream()
                .filter(source -> !"true".equals(writeBack.get(source.getKey()))
                        || mappings.source(source.getKey())
                                .flatMap(SourceMapping::gaps)
                                .isPresent())
                .map(source ->
                        new GapSource(source.getKey(), URI.create(source.getValue()), tokens.get(source.getKey())))
                .toList();
    }

    private static void requireBoth(Map<String, String> these, Map<String, String> those, String missing) {
        these.keySet().stream()
                .filter(name -> !those.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new CommandFailed("The setting source." + name + "." + missing + " is missing: without it '"
                            + name + "' cannot be asked for what its webhooks did not bring.");
                });
    }
}
