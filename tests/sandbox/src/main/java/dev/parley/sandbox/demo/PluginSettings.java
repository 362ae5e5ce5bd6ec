package dev.parley.sandbox.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * How the demo sets up the plugin: everything that a new installation has to say, and nothing that the defaults say.
 *
 * @param home folder of the plugin's data
 * @param port where the plugin listens on 127.0.0.1
 * @param org the CRM
 * @param mailPort where the company's mail server listens on 127.0.0.1
 * @param mappings folder of the mapping files
 */
record PluginSettings(Path home, int port, URI org, int mailPort, Path mappings) {

    /** May send for every source. */
    static final String CHANNEL_TOKEN = "parley-demo-channel";

    /** What every service signs its webhooks with. */
    static final String WEBHOOK_SECRET = "demo-secret";

    /** Opens what is known of a conversation. */
    static final String ADMIN_TOKEN = "parley-demo-admin";

    /** Writes {@code parley.properties} into {@code folder} and returns the file. */
    Path write(Path folder) throws IOException {
        String properties =
                """
                # Written anew at every start of the demo. The secrets come by the environment.
                home=%s
                http.port=%d
                crm.url=%s
                crm.clientId=parley-demo
                channel.tokens=%s=*
                admin.token=%s
                mappings.dir=%s
                source.default.mode=handoff
                meetings.enabled=true
                # Whoever clicks sees what comes of it; an org of one's own is asked less often, for each time is a call.
                corrections.interval=3s
                mail.host=127.0.0.1
                mail.port=%d
                mail.security=none
                mail.from=parley@norrvik.example
                # The sandbox org's mail server delivers to nobody.
                mail.inSandbox=send
                """
                        .formatted(escaped(home), port, org, CHANNEL_TOKEN, ADMIN_TOKEN, escaped(mappings), mailPort);
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("parley.properties"), properties);
    }

    /** Secrets that stand in no file. */
    Map<String, String> environment() {
        return Map.of("PARLEY_CRM_CLIENT_SECRET", "parley-demo", "PARLEY_SOURCE_DEFAULT_SECRET", WEBHOOK_SECRET);
    }

    /** The backslash of a Windows path is an escape in a properties file. */
    private static String escaped(Path path) {
        return path.toAbsolutePath().toString().replace("\\", "\\\\");
    }
}
