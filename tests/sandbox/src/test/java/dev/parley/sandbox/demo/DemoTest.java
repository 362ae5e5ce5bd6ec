package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    @TempDir
    private Path home;

    private final StringWriter err = new StringWriter();

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(demo("--port=" + taken.getLocalPort())).isEqualTo(1);
            assertThat(err.toString())
                    .contains("port " + taken.getLocalPort() + " is in use")
                    .contains("-Dparley.port=");
        }
    }

    @Test
    void aPluginThatCannotStartEndsTheDemoWithItsLastWords() throws Exception {
        String missing = home.resolve("missing.jar").toString();
        assertThat(demo("--port=" + freePort(), "--org-port=" + freePort(), "--jar=" + missing))
                .isEqualTo(1);
        assertThat(err.toString()).contains("The plugin ended by itself").contains(missing);
    }

    private int demo(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--home=" + home);
        all.add("--jvm-options=" + Path.of("..", "..", "integration", "jvm.options"));
        return Demo.commandLine().setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }

    private static int freePort() throws Exception {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
