package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.admin.HistoryEvents.Line;
import dev.parley.admin.ServerClient.Answer;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Sends lines of history to the server; what it refuses is told, and the rest goes on. */
final class HistorySender {

    private static final String BATCH = "application/cloudevents-batch+json";
    private static final int TRIES = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final ServerClient server;
    private final String path;
    private final Consumer<Duration> pause;
    private final BiConsumer<Long, String> bad;

    /**
     * @param create whether leads, tasks and offers may come of it
     * @param pause waits that long
     * @param bad is told the number of each line that was not loaded, and why
     */
    HistorySender(ServerClient server, boolean create, Consumer<Duration> pause, BiConsumer<Long, String> bad) {
        this.server = server;
        this.path = "/v1/backfill?create=" + create;
        this.pause = pause;
        this.bad = bad;
    }

    /**
     * Sends a batch; when this returns, every good line of it is durable.
     *
     * @throws CommandFailed if the server stays away or refuses the token
     */
    Sent send(List<Line> batch) {
        List<Line> good = new ArrayList<>();
        Map<Long, String> faults = new TreeMap<>();
        long silent = 0;
        for (Line line : batch) {
            if (line.fault() == null) {
                good.add(line);
            } else if (line.silent()) {
                bad.accept(line.number(), line.fault());
                silent++;
            } else {
                faults.put(line.number(), line.fault());
            }
        }
        return refuse(faults).and(new Sent(0, 0, 0, silent)).and(sendGood(good));
    }

    private Sent sendGood(List<Line> lines) {
        if (lines.isEmpty()) {
            return Sent.NOTHING;
        }
        Answer answer = patiently(body(lines));
        if (answer.isWell()) {
            return new Sent(
                    answer.body().path("accepted").asLong(),
                    answer.body().path("duplicates").asLong(),
                    0,
                    0);
        }
        if (answer.status() != 400 && answer.status() != 413) {
            answer.orThrow("The load");
        }
        Map<Integer, String> faults = faults(answer, lines.size());
        return faults.isEmpty() ? halve(lines, answer) : without(lines, faults);
    }

    /** The server named the lines: they are left out, and the others sent again. */
    private Sent without(List<Line> lines, Map<Integer, String> faults) {
        Map<Long, String> refused = new TreeMap<>();
        List<Line> others = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (faults.containsKey(i)) {
                refused.put(lines.get(i).number(), faults.get(i));
            } else {
                others.add(lines.get(i));
            }
        }
        return refuse(refused).and(sendGood(others));
    }

    /** The server named none: the half that holds it is found by sending both. */
    private Sent halve(List<Line> lines, Answer answer) {
        if (lines.size() == 1) {
            return refuse(Map.of(lines.get(0).number(), answer.problem()));
        }
        int half = lines.size() / 2;
        return sendGood(lines.subList(0, half)).and(sendGood(lines.subList(half, lines.size())));
    }

    private Sent refuse(Map<Long, String> faults) {
        faults.forEach(bad);
        return new Sent(0, 0, faults.size(), 0);
    }

    /** A server that is busy or restarting gets time: what was sent twice is taken once. */
    private Answer patiently(byte[] body) {
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; ; attempt++) {
            try {
                Answer answer = server.post(path, BATCH, body);
                if ((answer.status() != 429 && answer.status() < 500) || attempt == TRIES) {
                    return answer;
                }
                wait = answer.retryAfter().orElse(wait);
            } catch (CommandFailed e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            pause.accept(wait);
            wait = wait.multipliedBy(2);
        }
    }

    private static Map<Integer, String> faults(Answer answer, int size) {
        Map<Integer, String> faults = new TreeMap<>();
        for (JsonNode error : answer.body().path("errors")) {
            String[] pointer = error.path("pointer").asText().split("/", 3);
            if (pointer.length > 1 && pointer[1].matches("\\d{1,6}") && Integer.parseInt(pointer[1]) < size) {
                String where = pointer.length > 2 ? "/" + pointer[2] + ": " : "";
                faults.merge(
                        Integer.parseInt(pointer[1]),
                        where + error.path("detail").asText(),
                        (one, other) -> one + "; " + other);
            }
        }
        return faults;
    }

    private static byte[] body(List<Line> lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        lines.forEach(line -> {
            body.write(body.size() == 0 ? '[' : ',');
            body.writeBytes(line.bytes());
        });
        body.write(']');
        return body.toByteArray();
    }
}
