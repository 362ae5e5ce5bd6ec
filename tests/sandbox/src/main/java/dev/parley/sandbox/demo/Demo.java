package dev.parley.sandbox.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.SandboxOrg;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code mvn -Pdemo}: starts a sandbox org in this process and the plugin as its child, replays the sample
 * conversations through the plugin's public interface, shows what became of them, and runs until Ctrl-C or SIGTERM.
 *
 * <p>Org and plugin keep their data below {@code --home}; a second start goes on with it.
 */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Shows Parley at work with a sandbox org and written conversations.")
public final class Demo implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Port of the plugin.")
    private int port;

    @Option(names = "--org-port", defaultValue = "8180", description = "Port of the sandbox org.")
    private int orgPort;

    @Option(names = "--home", defaultValue = "target/parley", description = "Folder for all data.")
    private Path home;

    @Option(names = "--jar", defaultValue = "integration/target/parley.jar", description = "The plugin's program.")
    private Path jar;

    @Option(
            names = "--jvm-options",
            defaultValue = "integration/jvm.options",
            description = "The plugin's JVM options.")
    private Path jvmOptions;

    @Option(names = "--mappings", defaultValue = "mappings", description = "Folder of the mapping files.")
    private Path mappings;

    @Option(names = "--end-with-parent", description = "End when the process that started the demo ends.")
    private boolean endWithParent;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean ending = new AtomicBoolean();

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    /** The command, which exits 1 and says why where the demo cannot go on. */
    static CommandLine commandLine() {
        Demo demo = new Demo();
        return new CommandLine(demo).setExecutionExceptionHandler((failure, line, parsed) -> {
            demo.explain(failure, line.getErr());
            return 1;
        });
    }

    /** Runs the demo; returns the exit status when the plugin has ended. */
    @Override
    public Integer call() throws Exception {
        if (endWithParent) {
            ProcessHandle.current().parent().ifPresent(Demo::endWith);
        }
        requireFree(port, "parley.port");
        requireFree(orgPort, "sandbox.port");
        Path folder = home.toAbsolutePath().normalize();
        try (SandboxOrg sandbox = SandboxOrg.start(folder.resolve("org"), orgPort)) {
            OrgClient org = prepared(sandbox);
            sandbox.chat().speakTo(local(port), PluginSettings.CHANNEL_TOKEN);
            return runPlugin(org, sandbox.mail().port(), folder);
        } finally {
            ended.countDown();
        }
    }

    /** The org with the sample company in it, and with no calls counted yet. */
    private static OrgClient prepared(SandboxOrg sandbox) {
        OrgClient org = OrgClient.login(URI.create(sandbox.url()));
        new Seed(org, SampleCompany.load(), LocalDate.now(ZoneOffset.UTC)).plant();
        org.post("/sandbox/reset?calls=only", JsonNodeFactory.instance.objectNode());
        return org;
    }

    private int runPlugin(OrgClient org, int mailPort, Path folder) throws IOException, InterruptedException {
        PluginSettings settings =
                new PluginSettings(folder.resolve("plugin"), port, local(orgPort), mailPort, mappings);
        try (PluginProcess plugin = PluginProcess.start(jar, jvmOptions, settings, folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(plugin), "end-demo"));
            new Show(local(port), local(orgPort), org, Screen.detect(), new Patience(plugin))
                    .play(Replay.in(folder, Instant.now()), SampleConversation.all());
            int status = plugin.ended().join();
            throw new IllegalStateException("The plugin ended with status " + status + ". " + plugin.lastWords());
        }
    }

    /** On Ctrl-C and SIGTERM: neither plugin nor org may be left behind. */
    private void end(PluginProcess plugin) {
        ending.set(true);
        plugin.close();
        try {
            if (!ended.await(10, TimeUnit.SECONDS)) {
                System.err.println("The sandbox org did not stop in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void explain(Exception failure, PrintWriter err) {
        if (!ending.get()) {
            err.println("The demo cannot go on: " + failure.getMessage());
        }
    }

    private static void endWith(ProcessHandle parent) {
        Thread watch = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(0);
                },
                "watch-parent");
        watch.setDaemon(true);
        watch.start();
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void requireFree(int port, String property) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "port %d is in use. Choose another with -D%s=PORT.".formatted(port, property), e);
        }
    }
}
