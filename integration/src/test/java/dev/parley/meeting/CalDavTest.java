package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars on real servers, where this machine has them, and servers that fail. */
class CalDavTest {

    private static final Slot MARCH =
            new Slot(Instant.parse("2026-03-23T00:00:00Z"), Instant.parse("2026-04-06T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"xandikos", "radicale"})
    void tellsWhenTheSellerIsBusyOverAChangeOfClocksAndWithoutWhatWasCalledOff(String program, @TempDir Path folder)
            throws Exception {
        CalendarServer.assumeInstalled(program);
        try (CalendarServer server = CalendarServer.start(program, folder)) {
            CalDav calendar = server.calDav();
            assertThat(calendar.busy(MARCH)).isEmpty();
            add(
                    calendar,
                    "weekly",
                    event(
                            "weekly",
                            """
                    DTSTART;TZID=Europe/Stockholm:20260127T090000
                    DTEND;TZID=Europe/Stockholm:20260127T100000
                    RRULE:FREQ=WEEKLY;COUNT=10
                    """));
            add(
                    calendar,
                    "lunch",
                    event(
                            "lunch",
                            """
                    DTSTART:20260325T110000Z
                    DTEND:20260325T120000Z
                    TRANSP:TRANSPARENT
                    """));
            add(
                    calendar,
                    "off",
                    event(
                            "off",
                            """
                    DTSTART:20260326T110000Z
                    DTEND:20260326T120000Z
                    STATUS:CANCELLED
                    """));
            add(calendar, "weekly", event("weekly", "DTSTART:20260327T110000Z\nDTEND:20260327T120000Z\n"));

            assertThat(calendar.busy(MARCH))
                    .as("once in winter time, once in summer time; an entry that is there is not written again")
                    .containsExactlyInAnyOrder(
                            slot("2026-03-24T08:00:00Z", "2026-03-24T09:00:00Z"),
                            slot("2026-03-31T07:00:00Z", "2026-03-31T08:00:00Z"));
        }
    }

    @Test
    void aWrongLoginIsSaidAsSuch(@TempDir Path folder) throws Exception {
        CalendarServer.assumeInstalled("radicale");
        try (CalendarServer server = CalendarServer.start("radicale", folder)) {
            assertThatThrownBy(() -> server.calDav("wrong").busy(MARCH))
                    .isInstanceOf(CalendarTrouble.class)
                    .hasMessageContaining("401");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500, 503, 404, 507})
    void aServerThatFailsIsTroubleAndNeverAFreeDay(int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            CalDav calendar = new CalDav(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/c/"), null, null);
            assertThatThrownBy(() -> calendar.busy(MARCH)).isInstanceOf(CalendarTrouble.class);
            assertThatThrownBy(() -> add(calendar, "a", event("a", ""))).isInstanceOf(CalendarTrouble.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whereEventsMayNotBeReadTheServersFreeBusyAnswerCounts() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VFREEBUSY\r\n"
                            + "FREEBUSY;FBTYPE=BUSY:20260324T080000Z/PT1H\r\n"
                            + "FREEBUSY;FBTYPE=FREE:20260325T080000Z/20260325T090000Z\r\n"
                            + "END:VFREEBUSY\r\nEND:VCALENDAR\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            boolean allowed = asked.contains("free-busy-query");
            exchange.sendResponseHeaders(allowed ? 200 : 403, allowed ? answer.length : -1);
            if (allowed) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        try {
            URI calendar = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/c/");
            assertThat(new CalDav(calendar, null, null).busy(MARCH))
                    .containsExactly(slot("2026-03-24T08:00:00Z", "2026-03-24T09:00:00Z"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatIsDownIsTrouble() {
        CalDav calendar = new CalDav(URI.create("http://127.0.0.1:1/c/"), null, null);
        assertThatThrownBy(() -> calendar.busy(MARCH))
                .isInstanceOf(CalendarTrouble.class)
                .hasMessageContaining("does not answer");
    }

    private static void add(CalDav calendar, String uid, String entry) {
        calendar.write(uid, there -> there.isPresent() ? Optional.empty() : Optional.of(entry));
    }

    private static String event(String uid, String lines) {
        return ("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Parley//Test//EN
                BEGIN:VTIMEZONE
                TZID:Europe/Stockholm
                BEGIN:STANDARD
                DTSTART:19961027T030000
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:19810329T020000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20260301T000000Z
                SUMMARY:Busy
                %sEND:VEVENT
                END:VCALENDAR
                """
                        .formatted(uid, lines))
                .replace("\n", "\r\n");
    }

    private static Slot slot(String start, String end) {
        return new Slot(Instant.parse(start), Instant.parse(end));
    }
}
