package dev.parley.meeting;

import com.google.common.hash.Hashing;
import dev.parley.http.AnswerTooLong;
import dev.parley.http.BoundedHttp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A calendar collection on a CalDAV server (RFC 4791). */
final class CalDav {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration WHOLE = Duration.ofSeconds(30);
    private static final int MOST_TURNS = 3;
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

    /** One for all: each has threads of its own, and keeps connections for the next request. */
    private static final BoundedHttp HTTP = new BoundedHttp(CONNECT, WHOLE, MOST_BYTES);

    private final URI collection;
    private final String authorization;

    /**
     * Asks nothing yet.
     *
     * @param collection ends with a slash
     * @param user or null for no login
     */
    CalDav(URI collection, String user, String password) {
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
     * Writes an entry over the one that is there, and over no other: what somebody changes meanwhile is looked at again.
     *
     * @param over makes the entry of what the calendar holds; empty where nothing is to be written
     * @throws CalendarTrouble if it cannot be written
     */
    void write(String uid, UnaryOperator<Optional<String>> over) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            HttpResponse<String> there = send(request(entry(uid)).GET().build());
            boolean none = there.statusCode() == 404 || there.statusCode() == 410;
            if (!none) {
                require(there, 200);
            }
            Optional<String> entry = over.apply(none ? Optional.empty() : Optional.of(there.body()));
            if (entry.isEmpty() || put(uid, entry.get(), none, there)) {
                return;
            }
        }
        throw new CalendarTrouble("the calendar's entry is changed all the time");
    }

    /** False if it is no longer as it was looked at. */
    private boolean put(String uid, String entry, boolean none, HttpResponse<String> there) {
        HttpRequest.Builder request = request(entry(uid)).header("Content-Type", "text/calendar; charset=utf-8");
        if (none) {
            request.header("If-None-Match", "*");
        } else {
            request.header("If-Match", there.headers().firstValue("ETag").orElse("*"));
        }
        HttpResponse<String> answer =
                send(request.PUT(BodyPublishers.ofString(entry)).build());
        if (answer.statusCode() == 412) {
            return false;
        }
        require(answer, 201, 204, 200);
        return true;
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

    /** Once more where the server ended the connection: each request may be sent twice, as a second write is refused. */
    private HttpResponse<String> send(HttpRequest request) {
        try {
            return once(request);
        } catch (HttpTimeoutException | ConnectException e) {
            throw silent(e);
        } catch (IOException e) {
            return again(request);
        }
    }

    private HttpResponse<String> again(HttpRequest request) {
        try {
            return once(request);
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private HttpResponse<String> once(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request);
        } catch (AnswerTooLong e) {
            throw new CalendarTrouble("the calendar answers with more than " + (MOST_BYTES >> 20) + " MiB", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CalendarTrouble("interrupted while the calendar was asked", e);
        }
    }

    private static CalendarTrouble silent(IOException cause) {
        return new CalendarTrouble("the calendar's server does not answer", cause);
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
