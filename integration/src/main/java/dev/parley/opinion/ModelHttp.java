package dev.parley.opinion;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.parley.http.BoundedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

/** HTTP to a language model's server, of whose answers so much is read and no more: the library reads to the end. */
final class ModelHttp implements HttpClientBuilder, HttpClient {

    /** An answer of a few words in its envelope has some hundred bytes. */
    private static final int MOST_BYTES = 1 << 18;

    private Duration patience = Duration.ofSeconds(10);
    private BoundedHttp http;

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(jdk(request));
            if (answer.statusCode() / 100 != 2) {
                throw new HttpException(answer.statusCode(), answer.body());
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(answer.statusCode())
                    .headers(answer.headers().map())
                    .body(answer.body())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        var jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
        return jdk.build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are asked for whole");
    }

    @Override
    public Duration connectTimeout() {
        return patience;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        patience = timeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return patience;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        patience = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        http = new BoundedHttp(patience, patience, MOST_BYTES);
        return this;
    }
}
