package dev.parley.admin;

import dev.parley.channel.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who may see figures of single agents, each by a token of their own; the admin's token does not open them. */
final class ReportReaders {

    private static final String SETTING = "report.reader.{name}";

    private final Map<String, Secret> tokens = new TreeMap<>();

    private ReportReaders() {}

    static ReportReaders of(Settings settings) {
        ReportReaders readers = new ReportReaders();
        settings.family(SETTING).forEach((name, token) -> {
            if (!Secret.isToken(token)) {
                throw new CommandFailed(
                        "report.reader." + name + " is no token: write " + Secret.FORM + ", best from a generator.");
            }
            if (token.equals(settings.text("admin.token"))
                    || readers.of(Secret.of(token)).isPresent()) {
                throw new CommandFailed("report.reader." + name
                        + " has a token that somebody else has: the admin, or another reader. Give it one of its own.");
            }
            readers.tokens.put(name, Secret.of(token));
        });
        return readers;
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Whose token a header shows. */
    Optional<String> reader(String authorization) {
        return of(Secret.shown(authorization));
    }

    /** Always compared with all of them: where the search ends must not tell how near a guess came. */
    private Optional<String> of(Secret shown) {
        String found = null;
        for (Map.Entry<String, Secret> reader : tokens.entrySet()) {
            found = reader.getValue().matches(shown) ? reader.getKey() : found;
        }
        return Optional.ofNullable(found);
    }
}
