package dev.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody's calendar is touched until an admin says so. */
class BookingSetupTest {

    @TempDir
    Path dir;

    @Test
    void asItComesNothingIsBooked() throws IOException {
        assertThat(BookingSetup.mayBook(settings("source.default.mode=handoff")).test("site"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"observe, false", "attach, false", "create, true", "handoff, true"})
    void whereItIsWantedTheModeDecides(String mode, boolean booked) throws IOException {
        Settings settings = settings("meetings.enabled=true\nsource.site.mode=" + mode);

        assertThat(BookingSetup.mayBook(settings).test("site")).isEqualTo(booked);
    }

    @Test
    void whatMayNotBeDeliveredIsNotBooked() throws IOException {
        Settings settings = settings("meetings.enabled=true\nsource.site.mode=handoff\ndelivery.enabled=false");

        assertThat(BookingSetup.mayBook(settings).test("site")).isFalse();
    }

    private Settings settings(String lines) throws IOException {
        return Settings.load(Files.writeString(dir.resolve("parley.properties"), lines), Map.of(), List.of());
    }
}
