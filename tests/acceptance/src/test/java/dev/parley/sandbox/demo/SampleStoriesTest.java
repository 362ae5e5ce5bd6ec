package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxOrg;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo's company and all its written conversations, sent to a plugin that has seen nothing yet. */
class SampleStoriesTest {

    private static final Path PROJECT = Path.of(System.getProperty("parley.project", "../.."));
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Path home;
    private SandboxOrg sandbox;
    private PluginProcess process;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        home = emptied(Path.of("target", "homes", "sample")).toAbsolutePath();
        sandbox = SandboxOrg.start(home.resolve("org"), 0);
        int port = freePort();
        url = URI.create("http://127.0.0.1:" + port);
        PluginSettings settings = new PluginSettings(
                home.resolve("plugin"),
                port,
                URI.create(sandbox.url()),
                sandbox.mail().port(),
                PROJECT.resolve("mappings"));
        process = PluginProcess.start(
                PROJECT.resolve("integration/target/parley.jar"),
                PROJECT.resolve("integration/jvm.options"),
                settings,
                home);
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.close();
        }
        sandbox.close();
    }

    @Test
    void everyConversationEndsAtTheAccountPersonAndOpportunityThatItsWriterExpects() throws Exception {
        OrgClient org = OrgClient.login(URI.create(sandbox.url()));
        new Seed(org, SampleCompany.load(), LocalDate.now(ZoneOffset.UTC)).plant();
        Patience patience = new Patience(process);
        PluginClient plugin = new PluginClient(url);
        assertThat(patience.until(plugin::isReady, LONGEST))
                .as(process.lastWords())
                .isTrue();
        List<SampleConversation> conversations = SampleConversation.all();

        plugin.post(Replay.in(home, Instant.now()).events(conversations));
        Deliveries deliveries = new Deliveries(plugin, conversations);
        assertThat(patience.until(() -> deliveries.settled(new Unwatched()), LONGEST))
                .as("%s %s", deliveries.missing(), process.lastWords())
                .isTrue();

        List<Outcome> outcomes =
                Outcomes.read(org, conversations, deliveries::status).all();
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(40).allSatisfy(outcome -> {
            assertThat(outcome.agreed()).as(outcome.conversation().id()).isEqualTo("yes");
            assertThat(outcome.delivery()).as(outcome.conversation().id()).doesNotContain("dead");
        });
    }

    private static final class Unwatched implements Progress {
        @Override
        public void done(int count) {}

        @Override
        public void close() {}
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        return Files.createDirectories(folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
