package dev.parley.channel;

import dev.parley.conversation.Audience;
import dev.parley.conversation.ChatEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A chat service that showed its token. */
final class Sender {

    private final Set<String> sources;
    private final RateLimit rate;

    Sender(Set<String> sources, RateLimit rate) {
        this.sources = sources;
        this.rate = rate;
    }

    /** How long it has to wait before it may send; zero if it need not. */
    Duration delay() {
        return rate.delay();
    }

    /** Counts a request or a frame that it sends, whatever is in it. */
    void count() {
        rate.count(1);
    }

    /**
     * Counts the further events of a batch, and lets them all pass if the token names every source in it.
     *
     * @param batched whether they stand in an array, for the pointers
     * @throws ProblemException 403 with a pointer to each source that the token does not name
     */
    void permit(List<ChatEvent> events, boolean batched) {
        rate.count(Math.max(0, events.size() - 1));
        Faults faults = new Faults();
        for (int i = 0; i < events.size(); i++) {
            if (!maySendFor(events.get(i).envelope().source())) {
                faults.add((batched ? "/" + i : "") + "/source", "is not a source that this token may send for");
            }
        }
        if (!faults.isEmpty()) {
            String detail = "The token may not send for every source named here; none of the events was taken.";
            throw new Problem(403, detail, faults.found(), null).exception();
        }
    }

    /** Of which sources it may hear: those that it may send for. */
    Audience audience() {
        return sources.contains(ChannelTokens.EVERY_SOURCE) ? Audience.ALL : Audience.of(sources);
    }

    private boolean maySendFor(String source) {
        return sources.contains(ChannelTokens.EVERY_SOURCE) || sources.contains(source);
    }
}
