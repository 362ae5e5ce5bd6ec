package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator writes parley.properties, and gets settings or everything that is wrong with them. */
class SettingsTest {

    private static final String COMPLETE =
            """
            crm.url = https://example.my.salesforce.com
            crm.clientId = key
            crm.clientSecret = very-hush-hush
            channel.tokens = 0123456789abcdef=web
            admin.token = fedcba9876543210
            """;

    @TempDir
    Path folder;

    private Path file;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("parley.properties");
        say(COMPLETE);
    }

    @Test
    void fiveSettingsAreEnough() {
        Settings settings = settings();

        assertThat(settings.text("crm.url")).isEqualTo("https://example.my.salesforce.com");
        assertThat(settings.secret("admin.token")).isEqualTo("fedcba9876543210");
        assertThat(settings.number("http.port")).isEqualTo(8080);
        assertThat(settings.flag("delivery.enabled")).isTrue();
        assertThat(settings.duration("delivery.historyAge")).isEqualTo(Duration.ofDays(1));
        assertThat(settings.path("mappings.dir")).isAbsolute().endsWithRaw(Path.of("mappings"));
        assertThat(settings.has("mail.host")).isFalse();
        assertThatThrownBy(() -> settings.text("mail.host")).hasMessage("mail.host is not set");
    }

    @Test
    void theFileMayLeaveEverythingToTheEnvironment() {
        environment.putAll(Map.of(
                "PARLEY_CRM_URL", "http://127.0.0.1:8180",
                "PARLEY_CRM_CLIENT_ID", "demo",
                "PARLEY_CRM_CLIENT_SECRET", "demo",
                "PARLEY_CHANNEL_TOKENS_FILE", "tokens",
                "PARLEY_ADMIN_TOKEN", "fedcba9876543210",
                "PATH", "/bin"));

        assertThat(Settings.load(null, environment).text("crm.clientId")).isEqualTo("demo");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        say(COMPLETE + "http.port = 9090\nmail.host =\n");
        environment.put("PARLEY_HTTP_PORT", "9191");
        environment.put("PARLEY_MAIL_HOST", "");

        assertThat(settings().number("http.port")).isEqualTo(9191);
        assertThat(settings().has("mail.host")).isFalse();
    }

    @Test
    void homeStandsForTheFolderInOtherValues() throws IOException {
        say(COMPLETE + "home = " + folder + "/a/../b\n");

        assertThat(settings().text("store.url")).isEqualTo("jdbc:h2:file:" + folder.resolve("b") + "/store/parley");
    }

    @Test
    void eachSourceMayHaveItsOwnMode() throws IOException {
        say(COMPLETE + "source.web.mode = observe\nsource.shop-de.mode = handoff\nsource.default.mode = attach\n");

        assertThat(settings().text("source.default.mode")).isEqualTo("attach");
        assertThat(settings().family("source.{name}.mode"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("web", "observe", "shop-de", "handoff"));
    }

    @Test
    void everythingWrongIsSaidAtOnce() throws IOException {
        say(
                """
                # the org
                crm.ulr = https://example.my.salesforce.com
                http.port = 80800
                http.port = 81
                crm.timeout = 30 \\
                  seconds
                delivery.enabled = yes
                source.web.mode = loud
                mail.alertsTo = nobody
                crm.apiVersion = 62
                admin.token = short
                quite.else = 1
                """);
        environment.put("PARLEY_CRM_CLIENTID", "key");
        environment.put("PARLEY_PORT_8080_TCP", "tcp://10.0.0.1:8080");

        assertThat(findings())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("parley.properties:2: 'crm.ulr' is no setting. Did you mean 'crm.url'?"),
                        line -> assertThat(line).contains(":3: http.port: '80800' lies outside 0 to 65535. Port for"),
                        line -> assertThat(line).contains(":4: http.port stands in line 3 already. Remove one"),
                        line -> assertThat(line)
                                .contains(":5: crm.timeout: '30 seconds' is no duration; write one such"),
                        line -> assertThat(line).contains(":7: delivery.enabled: 'yes' is neither true nor false"),
                        line -> assertThat(line).contains("'loud' is none of observe, attach, create, handoff"),
                        line -> assertThat(line).contains(":9: mail.alertsTo: 'nobody' is no e-mail address"),
                        line -> assertThat(line).contains(":10: crm.apiVersion: '62' does not look as it must"),
                        line -> assertThat(line)
                                .contains(":11: admin.token: the value does not look")
                                .doesNotContain("short"),
                        line -> assertThat(line).contains(":12: 'quite.else' is no setting. The command 'settings'"),
                        line -> assertThat(line)
                                .contains("environment PARLEY_CRM_CLIENTID", "Did you mean 'PARLEY_CRM_CLIENT_ID'?"),
                        line -> assertThat(line).startsWith("crm.url: missing: Address of the Salesforce org"),
                        line -> assertThat(line)
                                .startsWith("crm.clientId: missing")
                                .contains("as PARLEY_CRM_CLIENT_ID in the environment."),
                        line -> assertThat(line).startsWith("crm.clientSecret: missing"),
                        line -> assertThat(line).startsWith("channel.tokens: missing"));
    }

    @Test
    void aFileThatWasNamedMustBeThere() {
        file = folder.resolve("other.properties");

        assertThat(findings())
                .first()
                .asString()
                .contains("other.properties: the file cannot be read. See that it exists");
    }

    @Test
    void aCommandAsksOnlyForWhatItNeeds() throws IOException {
        say("admin.token = fedcba9876543210\n");

        assertThat(Settings.load(file, environment, List.of("admin.token")).number("http.port"))
                .isEqualTo(8080);
    }

    @Test
    void secretsThatOthersCanReadAreAWarning() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(settings().warnings())
                .singleElement()
                .asString()
                .isEqualTo("parley.properties: (warning) it holds secrets, and every user of this machine can read it."
                        + " Run chmod 600 on it, or give the secrets in the environment.");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(settings().warnings()).isEmpty();
    }

    @Test
    void noSecretIsShown() {
        assertThat(settings().toString())
                .contains("crm.clientSecret=…", "crm.clientId=key")
                .doesNotContain("hush", "0123456789abcdef", "fedcba9876543210");
    }

    private void say(String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Settings settings() {
        return Settings.load(file, environment);
    }

    private List<String> findings() {
        return catchThrowableOfType(SettingsProblem.class, this::settings).findings().stream()
                .map(SettingFinding::toString)
                .toList();
    }
}
