package dev.parley.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests and reads answers in whole, within bounds: the JDK's own time limit ends with the answer's headers, and
 * its body is read however long it is. Safe for many threads; keeps connections for the next request.
 */
public final class BoundedHttp {

    private final HttpClient http;
    private final Duration whole;
    private final int most;

    /**
     * Asks nothing yet.
     *
     * @param connect how long making a connection may take
     * @param whole how long a request and its answer may take, to the last byte
     * @param most bytes of an answer's body
     */
    public BoundedHttp(Duration connect, Duration whole, int most) {
        this.http = HttpClient.newBuilder().connectTimeout(connect).build();
        this.whole = whole;
        this.most = most;
    }

    /**
     * The answer, its body read as UTF-8. What is not read of it ends its connection.
     *
     * @throws AnswerTooLong if its body is longer than it may be
     * @throws HttpTimeoutException if it is not there in time
     * @throws IOException if there is none for another reason
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, info -> new BoundedBody(most));
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + whole);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            // Nothing to do where it is there; else it ends the connection.
            answer.cancel(true);
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof IOException known) {
            return known;
        }
        return new IOException(cause instanceof CancellationException ? "cancelled" : "no answer", cause);
    }
}
