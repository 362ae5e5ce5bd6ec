package dev.parley.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that the README shows as a {@code curl} command.
 *
 * @param request what that command would send
 */
record ReadmeExample(HttpRequest request) {

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^    curl (?<url>\\S+)(?<options>.*?)(?: <<EOF\n(?<body>[\\s\\S]*?)\n    EOF)?$");
    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");

    /** All of them, sent to this port. */
    static List<ReadmeExample> all(int port) throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("parley.project"), "README.md"))
                .replace("\\\n", " ");
        return COMMAND.matcher(readme)
                .results()
                .map(found -> example(found.group(), port))
                .toList();
    }

    private static ReadmeExample example(String command, int port) {
        Matcher parts = COMMAND.matcher(command);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a curl command that this test knows: " + command);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(parts.group("url").replace(":8080", ":" + port)));
        HEADER.matcher(parts.group("options")).results().forEach(h -> request.header(h.group(1), h.group(2)));
        String body = parts.group("body");
        if (body != null) {
            request.POST(BodyPublishers.ofString(
                    body.replace("$(date -u +%FT%TZ)", Instant.now().toString())));
        }
        return new ReadmeExample(request.build());
    }
}
