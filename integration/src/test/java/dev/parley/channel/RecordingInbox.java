package dev.parley.channel;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An inbox in memory that can be made to fail. */
final class RecordingInbox implements Inbox {

    private final Map<String, ChatEvent> events = new LinkedHashMap<>();
    private final List<Integer> calls = new ArrayList<>();
    private Predicate<ChatEvent> poison = event -> false;

    @Override
    public synchronized Receipt receive(List<ChatEvent> delivered) {
        calls.add(delivered.size());
        if (delivered.stream().anyMatch(poison)) {
            throw new IllegalStateException("the store says no");
        }
        int before = events.size();
        delivered.forEach(event -> events.putIfAbsent(event.envelope().id(), event));
        int accepted = events.size() - before;
        return new Receipt(accepted, delivered.size() - accepted);
    }

    synchronized void refuse(Predicate<ChatEvent> which) {
        poison = which;
    }

    synchronized List<String> ids() {
        return List.copyOf(events.keySet());
    }

    synchronized List<Integer> calls() {
        return List.copyOf(calls);
    }
}
