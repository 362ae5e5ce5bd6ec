package dev.parley.channel;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which token may send for which sources. A token is at least 16 visible ASCII characters; a source {@code *} stands for
 * every source. Only digests of the tokens are kept.
 */
public final class ChannelTokens {

    /** The source that stands for all. */
    static final String EVERY_SOURCE = "*";

    private static final Splitter SOURCES = Splitter.on(',').trimResults().omitEmptyStrings();

    private final List<Grant> grants;

    private ChannelTokens(List<Grant> grants) {
        Set<Secret> seen = new HashSet<>();
        for (int i = 0; i < grants.size(); i++) {
            if (!seen.add(grants.get(i).token())) {
                throw new IllegalArgumentException(
                        "entry " + (i + 1) + " names a token that stands further up already");
            }
        }
        this.grants = List.copyOf(grants);
    }

    /**
     * Reads the setting {@code channel.tokens}.
     *
     * @param setting {@code token=source,source;token2=*}; null and blank mean no token at all
     * @throws IllegalArgumentException that names the entry, never the token
     */
    public static ChannelTokens parse(String setting) {
        return of(Splitter.on(';').splitToList(setting == null ? "" : setting));
    }

    /**
     * Reads the file named by {@code channel.tokensFile}: {@code token = source, source} a line; lines that begin with
     * {@code #} are comments.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException that names the entry, never the token
     */
    public static ChannelTokens read(Path file) throws IOException {
        return of(Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** These tokens and the others. */
    public ChannelTokens and(ChannelTokens others) {
        List<Grant> all = new ArrayList<>(grants);
        all.addAll(others.grants);
        return new ChannelTokens(all);
    }

    /** Whether there is no token, so that nobody may send anything. */
    public boolean isEmpty() {
        return grants.isEmpty();
    }

    List<Grant> grants() {
        return grants;
    }

    private static ChannelTokens of(List<String> entries) {
        List<Grant> grants = new ArrayList<>();
        for (String entry : entries) {
            String text = entry.strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                grants.add(grant(text, "entry " + (grants.size() + 1)));
            }
        }
        return new ChannelTokens(grants);
    }

    private static Grant grant(String text, String where) {
        // The last sign: tokens in base64 end with some of their own.
        int sign = text.lastIndexOf('=');
        Set<String> sources = Set.copyOf(SOURCES.splitToList(text.substring(sign + 1)));
        if (sign < 0 || sources.isEmpty()) {
            throw new IllegalArgumentException(where + " names no source: write token=source,source or token=*");
        }
        String token = text.substring(0, sign).strip();
        if (!Secret.isToken(token)) {
            throw new IllegalArgumentException(where + " has no token of " + Secret.FORM + " before its '='");
        }
        return new Grant(Secret.of(token), sources);
    }

    /**
     * What one token allows.
     *
     * @param token its digest
     * @param sources what it may send for
     */
    record Grant(Secret token, Set<String> sources) {}
}
