package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.conversation.ChatEvent.*;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What an event says of its conversation: named facts, of each of which the latest counts. */
public final class Facts {

    public static final String CHANNEL = "channel";
    public static final String PAGE = "page";
    public static final String DEPARTMENT = "department";
    public static final String LOCALE = "locale";
    public static final String RATING = "rating";
    public static final String CLOSED = "closed";
    public static final String CALLBACK = "callback";
    public static final String ERASURE = "erasure";
    /** The last follow-up: who is to write to the visitor, and why. */
    public static final String FOLLOW_UP = "follow-up";
    /** An id of the CRM that the company's site has signed for its visitor. */
    public static final String SIGNED_ID = "signed-id";
    /** Family: the visitor, by {@link Person}'s field names. */
    public static final String VISITOR = "visitor.";
    /** Family: shown names, by the agents' ids. */
    public static final String AGENT = "agent.";
    /** Family: e-mail addresses, by the agents' ids. */
    public static final String AGENT_EMAIL = "agent-email.";
    /** Family: other customers who joined in, by their ids; each with what is known of them. */
    public static final String PEER = "peer.";
    /** Family: shown names of other customers who wrote, by their ids. */
    public static final String PEER_NAME = "peer-name.";
    /** Family: given or not, by purpose. */
    public static final String CONSENT = "consent.";
    /** Family: offers to sellers and their answers, by rank. */
    public static final String HANDOFF = "handoff.";
    /** Family: promises of service that were not kept, by their kind. */
    public static final String BREACH = "service-breach.";
    /** Families with any number of members. */
    static final List<String> FAMILIES = List.of(AGENT, AGENT_EMAIL, PEER, PEER_NAME, CONSENT, HANDOFF);

    private final Map<String, JsonNode> facts = new TreeMap<>();

    private Facts() {}

    /** The facts by their names; empty if the event says nothing but messages. */
    static Map<String, JsonNode> of(ChatEvent event) {
        Facts all = new Facts();
        ObjectNode data = event.envelope().data();
        if (event instanceof ChatEvent.HandoffEvent offer) {
            return HandoffFacts.of(offer);
        }
        if (event instanceof ServiceBreached) {
            all.say(BREACH + data.path("kind").asText(), data);
            return all.facts;
        }
        if (event instanceof FollowUpDue) {
            all.say(FOLLOW_UP, data);
            return all.facts;
        }
        all.signedId(data);
        if (event instanceof ConversationStarted e) {
            all.started(data, e);
        } else if (event instanceof FormSubmitted e) {
            all.visitor(e.answers());
        } else if (event instanceof VisitorIdentified e) {
            all.visitor(e.visitor());
        } else if (event instanceof ConversationTranscribed e) {
            all.visitor(e.visitor());
        } else if (event instanceof MessagePosted e && e.message().author().role() == Role.AGENT) {
            all.agent(e.message().author().id(), e.message().author().name());
        } else if (event instanceof ParticipantJoined e && e.role() == Role.AGENT) {
            all.agent(e.participant().id(), e.participant().name());
            all.text(AGENT_EMAIL + e.participant().id(), e.participant().email());
        } else if (event instanceof MessagePosted e && e.message().author().role() == Role.PEER) {
            all.peer(e.message().author());
        } else if (event instanceof ParticipantJoined e && e.role() == Role.PEER) {
            all.peer(e.participant());
        } else {
            all.ending(event, data);
        }
        return all.facts;
    }

    private void started(ObjectNode data, ConversationStarted e) {
        visitor(e.visitor());
        say(CHANNEL, data.get("channel"));
        say(PAGE, data.get("page"));
        say(DEPARTMENT, data.get("department"));
        say(LOCALE, data.get("locale"));
    }

    private void ending(ChatEvent event, ObjectNode data) {
        if (event instanceof RatingGiven) {
            say(RATING, data);
        } else if (event instanceof ConversationClosed) {
            say(CLOSED, data);
        } else if (event instanceof CallbackRequested e) {
            say(CALLBACK, data);
            visitor(new Person(null, null, e.email(), e.phone(), null, null, null, null, null));
        } else if (event instanceof ConsentChanged e && e.purpose() != null && e.given() != null) {
            say(CONSENT + e.purpose(), BooleanNode.valueOf(e.given()));
        } else if (event instanceof ErasureRequested) {
            say(ERASURE, BooleanNode.TRUE);
        }
    }

    private void visitor(Person person) {
        text(VISITOR + "id", person.id());
        text(VISITOR + "name", person.name());
        text(VISITOR + "email", person.email());
        text(VISITOR + "phone", person.phone());
        text(VISITOR + "company", person.company());
        text(VISITOR + "title", person.title());
        text(VISITOR + "website", person.website());
        text(VISITOR + "country", person.country());
        text(VISITOR + "locale", person.locale());
    }

    private void signedId(ObjectNode data) {
        Stream.of("visitor", "answers")
                .map(part -> data.path(part).path("signedId"))
                .filter(JsonNode::isTextual)
                .forEach(id -> text(SIGNED_ID, id.textValue()));
    }

    private void agent(String id, String name) {
        if (id != null || name != null) {
            text(AGENT + (id == null ? name : id), name == null ? id : name);
        }
    }

    private void peer(Author author) {
        if (author.id() != null) {
            text(PEER_NAME + author.id(), author.name());
        }
    }

    private void peer(Person person) {
        if (person.id() != null) {
            say(PEER + person.id(), Json.MAPPER.valueToTree(person));
        }
    }

    private void text(String name, String value) {
        if (value != null && !value.isBlank()) {
            say(name, TextNode.valueOf(value.strip()));
        }
    }

    private void say(String name, JsonNode value) {
        if (value != null
                && !value.isNull()
                && !(value.isTextual() && value.asText().isBlank())) {
            facts.put(name, Bounded.of(value));
        }
    }
}
