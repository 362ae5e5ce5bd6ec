package dev.parley.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Conversations as a chat service would send them, of four kinds of visitors in turn: a known contact, somebody of a
 * known company, somebody new with an e-mail address, and somebody who says no name.
 *
 * @param source channel that all of them come from
 * @param begun when the first message of each was posted
 */
record Traffic(String source, Instant begun) {

    private static final List<String> LINES = List.of(
            "Good morning, we have a question about the gateways that you delivered in spring.",
            "Of course, which of them is it, and what does its display say?",
            "Number four in the second hall. It says that it has lost its time, and the alarms carry the wrong hour.",
            "Thank you. That happens when the time server is out of reach; may I ask for your firmware's version?",
            "3.4.1, the same as on all the others, and only this one is wrong.",
            "Then please check the second network port: it is the one that the clock uses since version 3.4.");

    static String domain(int account) {
        return "firm" + account + ".example";
    }

    static String contactEmail(int contact) {
        return "contact" + contact + "@" + domain(contact % Org.ACCOUNTS);
    }

    /** All events of a conversation: its start, its messages, its end. */
    List<ObjectNode> conversation(int n, int messages) {
        List<ObjectNode> events = new ArrayList<>();
        events.add(started(n));
        IntStream.range(0, messages).mapToObj(m -> message(n, m)).forEach(events::add);
        events.add(event(n, "closed", "chat.conversation.closed", messages + 1));
        events.get(events.size() - 1).withObject("/data").put("by", "agent").put("reason", "resolved");
        return events;
    }

    private ObjectNode started(int n) {
        ObjectNode event = event(n, "started", "chat.conversation.started", 0);
        ObjectNode data = event.withObject("/data").put("channel", "web").put("locale", "en");
        data.putObject("page").put("url", "https://www.example.com/support").put("title", "Support");
        ObjectNode visitor = data.putObject("visitor").put("id", source + "-visitor-" + n);
        switch (n % 4) {
            case 0 -> visitor.put("name", "Kim Contact").put("email", contactEmail(n % Org.CONTACTS));
            case 1 -> visitor.put("name", "Robin Colleague").put("email", source + n + "@" + domain(n % Org.ACCOUNTS));
            case 2 -> visitor.put("name", "Sasha New").put("email", "sasha@" + source + n + ".example");
            default -> {}
        }
        return event;
    }

    private ObjectNode message(int n, int m) {
        ObjectNode event = event(n, "m" + m, "chat.message.posted", m + 1);
        boolean visitor = m % 2 == 0;
        ObjectNode data = event.withObject("/data").put("id", "m" + m).put("text", LINES.get(m % LINES.size()));
        ObjectNode author = data.putObject("author").put("role", visitor ? "visitor" : "agent");
        if (!visitor) {
            author.put("id", "priya").put("name", "Priya Nair");
        }
        return event;
    }

    private ObjectNode event(int n, String what, String type, int second) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("specversion", "1.0")
                .put("id", source + "-" + n + "-" + what)
                .put("source", source)
                .put("type", type)
                .put("subject", "chat-" + n)
                .put("time", begun.plusSeconds(second).toString());
    }
}
