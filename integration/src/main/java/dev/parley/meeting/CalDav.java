package dev.parley.meeting;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/** A calendar collection on a CalDAV server (RFC 4791). */
final class CalDav {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 32 << 20;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final String FREE_BUSY =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <C:free-busy-query xmlns:C="urn:ietf:params:xml:ns:caldav"><C:time-range start="%s" end="%s"/></C:free-busy-query>
            """;
    private static final String QUERY =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop>\
            <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range end="%2$s"/>\
            </C:comp-filter></C:comp-filter></C:filter></C:calendar-query>
            """;

    private final HttpClient http;
    private final URI collection;
    private final String authorization;

    /**
     * Asks nothing yet.
     *
     * @param collection ends with a slash
     * @param user or null for no login
     */
    CalDav(URI collection, String user, String password) {
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        this.collection = collection;
        this.authorization = user == null
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * When the calendar's owner is busy: by its events, read here, and by the server's own free-busy answer only where it
     * lets nobody read them. Not every server counts in what recurs: xandikos 0.2.8 looks only at the first time, also
     * for a time range, so events are asked for however long ago they began.
     *
     * @throws CalendarTrouble if it cannot be asked
     */
    List<Slot> busy(Slot range) {
        HttpResponse<String> events = report(QUERY, range);
        if (events.statusCode() != 403) {
            require(events, 207);
            return BusyTimes.ofEvents(Multistatus.calendars(events.body()), range);
        }
        HttpResponse<String> freeBusy = report(FREE_BUSY, range);
        require(freeBusy, 200);
        return BusyTimes.ofFreeBusy(freeBusy.body(), range);
    }

    /**
     * Puts an entry in that was not there; the same UID again changes nothing.
     *
     * @throws CalendarTrouble if it cannot be written
     */
    void add(String uid, String calendar) {
        HttpResponse<String> answer = send(request(entry(uid))
                .header("Content-Type", "text/calendar; charset=utf-8")
                .header("If-None-Match", "*")
                .PUT(BodyPublishers.ofString(calendar))
                .build());
        // 412: it was put in before an answer was lost.
        if (answer.statusCode() != 412) {
            require(answer, 201, 204, 200);
        }
    }

    /** Named by a hash: a UID may hold what no path may. */
    private URI entry(String uid) {
        return collection.resolve(Hashing.sha256().hashString(uid, StandardCharsets.UTF_8) + ".ics");
    }

    private HttpResponse<String> report(String body, Slot range) {
        return send(request(collection)
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Depth", "1")
                .method("REPORT", BodyPublishers.ofString(body.formatted(time(range.start()), time(range.end()))))
                .build());
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, info -> BodySubscribers.mapping(BodySubscribers.ofByteArray(), CalDav::bounded));
        } catch (IOException e) {
            throw new CalendarTrouble("the calendar's server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CalendarTrouble("interrupted while the calendar was asked", e);
        }
    }

    private static String bounded(byte[] body) {
        return new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
    }

    private static void requireAccess(HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            throw new CalendarTrouble("the calendar refuses the login (401)");
        }
        if (answer.statusCode() >= 500 && answer.statusCode() != 501) {
            throw new CalendarTrouble("the calendar's server fails (" + answer.statusCode() + ")");
        }
    }

    private static void require(HttpResponse<String> answer, int... good) {
        requireAccess(answer);
        for (int status : good) {
            if (answer.statusCode() == status) {
                return;
            }
        }
        throw new CalendarTrouble("the calendar answers " + answer.statusCode());
    }

    private static String time(Instant moment) {
        return UTC.format(moment);
    }
}
