package dev.parley.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of one answer, while it comes in. */
final class BoundedBody implements BodySubscriber<String> {

    private final int most;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private Subscription coming;

    /** @param most bytes */
    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        coming = subscription;
        coming.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> piece) {
        for (ByteBuffer buffer : piece) {
            if (buffer.remaining() > most - read.size()) {
                coming.cancel();
                body.completeExceptionally(new AnswerTooLong(most));
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            read.write(bytes, 0, bytes.length);
        }
        coming.request(1);
    }

    @Override
    public void onError(Throwable trouble) {
        body.completeExceptionally(trouble);
    }

    @Override
    public void onComplete() {
        body.complete(read.toString(StandardCharsets.UTF_8));
    }

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }
}
