package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A small bot that follows {@code bot.json}: offers the topics, asks what is missing, and hands over when it is asked
 * to, when it has not understood twice, or when the topic says so. What it remembers stands in what it has said.
 */
final class Bot {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,190}\\.\\p{L}{2,30}");
    private static final int LONGEST_ANSWER = 200;

    private final JsonNode script;
    private final Talks talks;

    Bot(Talks talks) {
        this.talks = talks;
        this.script = Json.resource("bot.json");
    }

    /** Greets a new visitor, and answers the question that came with the form. */
    void greet(Talk talk, String question) {
        joined(talk);
        say(talk, "greeting", Json.object());
        if (question.isEmpty()) {
            menu(talk, "menu");
        } else {
            answer(talk, question);
        }
    }

    /** Answers what a visitor has written, while it is the bot's turn. */
    void answer(Talk talk, String text) {
        if (talk.state() != Talk.State.BOT) {
            return;
        }
        String asked = lastOfBot(talk).path("asks").asText("");
        if (wantsPerson(text)) {
            handOver(talk, "person");
        } else if (!asked.isEmpty()) {
            learn(talk, asked, text);
        } else {
            topicIn(talk, text).ifPresentOrElse(topic -> choose(talk, topic), () -> misunderstood(talk));
        }
    }

    /** The visitor chose from the menu. */
    void choose(Talk talk, String topic) {
        JsonNode chosen = script.path("topics").path(topic);
        if (talk.state() != Talk.State.BOT || chosen.isMissingNode()) {
            return;
        }
        sayText(talk, chosen.path("answer"), Json.object().put("topic", topic));
        goOn(talk, topic);
    }

    /** The visitor asked for a person, or the topic does. */
    void handOver(Talk talk, String why) {
        if (talk.state() == Talk.State.BOT) {
            say(talk, talks.isOpen() ? "handover" : "closed", Json.object());
            ObjectNode left = Json.object().put("role", "bot").put("reason", why);
            talks.tell(talk, "chat.participant.left", left.set("participant", me()));
        }
    }

    private void learn(Talk talk, String asked, String text) {
        String topic = lastOfBot(talk).path("topic").asText();
        ObjectNode visitor = Json.object();
        if (asked.equals("email")) {
            var found = EMAIL.matcher(text);
            if (found.find()) {
                visitor.put("email", found.group());
            }
        } else if (asked.equals("company")) {
            visitor.put("company", text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER));
        }
        if (!visitor.isEmpty()) {
            ObjectNode identified = Json.object();
            talks.tell(talk, "chat.visitor.identified", identified.set("visitor", visitor));
        }
        goOn(talk, topic);
    }

    /** Asks the next thing that is missing, once each; then does what the topic says. */
    private void goOn(Talk talk, String topic) {
        JsonNode chosen = script.path("topics").path(topic);
        for (JsonNode field : chosen.path("asks")) {
            String name = field.asText();
            if (!talk.knows(name) && !asked(talk, name)) {
                say(talk, "ask." + name, Json.object().put("asks", name).put("topic", topic));
                return;
            }
        }
        if (chosen.path("handover").asBoolean()) {
            handOver(talk, "topic");
        } else {
            menu(talk, "more");
        }
    }

    private void misunderstood(Talk talk) {
        if (lastOfBot(talk).path("misunderstood").asBoolean()) {
            handOver(talk, "not understood");
        } else {
            say(talk, "misunderstood", withTopics(talk, Json.object().put("misunderstood", true)));
        }
    }

    private void menu(Talk talk, String line) {
        say(talk, line, withTopics(talk, Json.object()));
    }

    private ObjectNode withTopics(Talk talk, ObjectNode extra) {
        ArrayNode choices = extra.putArray("choices");
        script.path("topics").properties().forEach(topic -> choices.addObject()
                .put("id", topic.getKey())
                .put("label", in(talk, topic.getValue().path("label"))));
        choices.addObject().put("id", "person").put("label", in(talk, script.at("/lines/person")));
        return extra;
    }

    private Optional<String> topicIn(Talk talk, String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return script.path("topics").properties().stream()
                .filter(topic -> names(topic.getValue().path("words").path(talk.locale()), words)
                        || names(topic.getValue().path("words").path("en"), words))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** In whatever language it is said. */
    private boolean wantsPerson(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        return script.path("personWords").valueStream().anyMatch(list -> names(list, words));
    }

    private static boolean names(JsonNode words, String text) {
        return words.valueStream().anyMatch(word -> text.contains(word.asText()));
    }

    private boolean asked(Talk talk, String field) {
        return mine(talk).stream().anyMatch(data -> data.path("asks").asText().equals(field));
    }

    private JsonNode lastOfBot(Talk talk) {
        List<JsonNode> mine = mine(talk);
        return mine.isEmpty() ? Json.object() : mine.get(mine.size() - 1);
    }

    private static List<JsonNode> mine(Talk talk) {
        return talk.events().stream()
                .map(event -> event.path("data"))
                .filter(data -> data.at("/author/role").asText().equals("bot"))
                .toList();
    }

    private void joined(Talk talk) {
        ObjectNode joined = Json.object().put("role", "bot");
        talks.tell(talk, "chat.participant.joined", joined.set("participant", me()));
    }

    private void say(Talk talk, String line, ObjectNode extra) {
        sayText(talk, script.path("lines").path(line), extra);
    }

    private void sayText(Talk talk, JsonNode texts, ObjectNode extra) {
        extra.put("id", "b" + talk.events().size()).put("text", in(talk, texts));
        extra.set("author", me().put("role", "bot"));
        talks.tell(talk, "chat.message.posted", extra);
    }

    private ObjectNode me() {
        return Json.object().put("id", "bot").put("name", script.path("name").asText());
    }

    private static String in(Talk talk, JsonNode texts) {
        return texts.path(talk.locale()).asText(texts.path("en").asText());
    }
}
