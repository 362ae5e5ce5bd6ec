package dev.parley.admin;

import dev.parley.channel.ChannelTokens;
import java.io.IOException;

/** Reads the channels' tokens from where the settings say they are. */
final class Tokens {

    private Tokens() {}

    static ChannelTokens of(Settings settings) throws IOException {
        ChannelTokens given =
                ChannelTokens.parse(settings.has("channel.tokens") ? settings.secret("channel.tokens") : "");
        return settings.has("channel.tokensFile")
                ? given.and(ChannelTokens.read(settings.path("channel.tokensFile")))
                : given;
    }
}
