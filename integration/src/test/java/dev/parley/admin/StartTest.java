package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void aCommandIsPlainWhereTheJvmWasToldNothingButTheJar() {
        String[] check = {"mappings", "check", "next"};

        assertThat(Start.isPlain(new String[] {"-jar", "parley.jar", "mappings", "check", "next"}, check))
                .isTrue();
        assertThat(Start.isPlain(new String[] {"-Xmx1g", "-jar", "parley.jar", "mappings", "check", "next"}, check))
                .isFalse();
        assertThat(Start.isPlain(new String[] {"@jvm.options", "-jar", "parley.jar", "mappings", "check"}, check))
                .isFalse();
        assertThat(Start.isPlain(new String[0], check))
                .as("Windows does not tell")
                .isFalse();
    }

    @Test
    void theSecondJvmIsNotPlainSoThereIsNoThird() {
        String[] check = {"mappings", "check"};
        String[] second =
                Start.command(Path.of("parley.jar"), check).stream().skip(1).toArray(String[]::new);

        assertThat(second).endsWith("-jar", "parley.jar", "mappings", "check");
        assertThat(Start.isPlain(second, check)).isFalse();
    }

    @Test
    void onlyWhatIsShortIsHandedOver() {
        assertThat(Start.isShort("mappings", "check", "--json")).isTrue();
        assertThat(Start.isShort("mappings", "preview", "--against-last")).isTrue();
        assertThat(Start.isShort("run")).isFalse();
        assertThat(Start.isShort("mappings", "apply", "--note", "check")).isFalse();
        assertThat(Start.isShort("mappings")).isFalse();
        assertThat(Start.isShort()).isFalse();
    }

    @Test
    void whoeverHasAWishForTheJvmKeepsIt() {
        assertThat(Start.noOptions(Map.of("JAVA_HOME", "/opt/jdk"))).isTrue();
        assertThat(Start.noOptions(Map.of("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=address=8000")))
                .isFalse();
    }
}
