package dev.parley.admin;

import dev.parley.channel.ChannelTokens;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the channels' tokens and secrets from where the settings say they are. */
final class Tokens {

    private Tokens() {}

    static ChannelTokens of(Settings settings) throws IOException {
        ChannelTokens given =
                ChannelTokens.parse(settings.has("channel.tokens") ? settings.secret("channel.tokens") : "");
        return settings.has("channel.tokensFile")
                ? given.and(ChannelTokens.read(settings.path("channel.tokensFile")))
                : given;
    }

    /** The secret of a source's webhooks; empty where none is set for it or for all. */
    static Function<String, Optional<String>> secrets(Settings settings) {
        Map<String, String> bySource = settings.family("source.{name}.secret");
        Optional<String> otherwise = settings.find("source.default.secret");
        return source -> Optional.ofNullable(bySource.get(source)).or(() -> otherwise);
    }
}
