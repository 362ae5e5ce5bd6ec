package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A small bot that follows {@code bot.json}: offers the topics, asks what is missing, and hands over when it is asked
 * to, when it has not understood twice, or when the topic says so. What it remembers stands in what it has said.
 */
final class Bot {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,190}\\.\\p{L}{2,30}");

    private final BotScript script = new BotScript();
    private final Talks talks;

    Bot(Talks talks) {
        this.talks = talks;
    }

    /** Greets a new visitor, and answers the question that came with the form; where nobody is, the message is taken. */
    void greet(Talk talk, String question) {
        joined(talk);
        say(talk, "greeting", Json.object());
        if (!talks.isOpen()) {
            handOver(talk, "closed");
        } else if (question.isEmpty()) {
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
        if (script.means("botWords", text)) {
            menu(talk, "confession");
        } else if (script.means("personWords", text)) {
            handOver(talk, "person");
        } else if (!asked.isEmpty()) {
            learn(talk, asked, text);
        } else if (script.means("helloWords", text)) {
            menu(talk, "menu");
        } else if (script.means("byeWords", text)) {
            say(talk, "bye", Json.object());
        } else {
            script.topicOf(text, talk.locale())
                    .ifPresentOrElse(topic -> choose(talk, topic), () -> misunderstood(talk));
        }
    }

    /** The visitor chose from the menu. */
    void choose(Talk talk, String topic) {
        JsonNode chosen = script.topic(topic);
        if (talk.state() != Talk.State.BOT || chosen.isMissingNode()) {
            return;
        }
        sayText(talk, in(talk, chosen.path("answer")), Json.object().put("topic", topic));
        goOn(talk, topic);
    }

    /** The visitor asked for a person, or the topic does. */
    void handOver(Talk talk, String why) {
        if (talk.state() == Talk.State.BOT) {
            say(talk, talks.isOpen() ? "handover" : "closed", Json.object());
            ObjectNode left = Json.object().put("role", "bot").put("reason", why);
            talks.tell(talk, "chat.participant.left", left.set("participant", me(talk)));
        }
    }

    private void learn(Talk talk, String asked, String text) {
        String topic = lastOfBot(talk).path("topic").asText();
        ObjectNode visitor = learnt(asked, text);
        if (!visitor.isEmpty()) {
            ObjectNode identified = Json.object();
            talks.tell(talk, "chat.visitor.identified", identified.set("visitor", visitor));
        } else if (asked.equals("email") && text.contains("@") && timesAsked(talk, "email") == 1) {
            say(talk, "again.email", Json.object().put("asks", "email").put("topic", topic));
            return;
        }
        goOn(talk, topic);
    }

    /** What an answer tells of the visitor; nothing where they would rather not say, or ask back. */
    private ObjectNode learnt(String asked, String text) {
        ObjectNode visitor = Json.object();
        if (asked.equals("email")) {
            var found = EMAIL.matcher(text);
            if (found.find()) {
                visitor.put("email", found.group());
            }
        } else if (asked.equals("company") && !script.means("noWords", text) && !BotScript.isQuestion(text)) {
            Optional.of(script.company(text))
                    .filter(name -> !name.isBlank())
                    .ifPresent(name -> visitor.put("company", name));
        }
        return visitor;
    }

    /** Asks the next thing that is missing, once each; then does what the topic says. */
    private void goOn(Talk talk, String topic) {
        JsonNode chosen = script.topic(topic);
        for (JsonNode field : chosen.path("asks")) {
            String name = field.asText();
            if (!isKnown(talk, name) && timesAsked(talk, name) == 0) {
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

    /** What they need is known once they have said how many. */
    private boolean isKnown(Talk talk, String name) {
        return name.equals("need")
                ? talk.wordsOfVisitor().anyMatch(words -> script.means("numberWords", words))
                : talk.knows(name);
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
        script.topics().forEach(topic -> choices.addObject()
                .put("id", topic)
                .put("label", in(talk, script.topic(topic).path("label"))));
        choices.addObject().put("id", "person").put("label", script.line("person", talk.locale()));
        return extra;
    }

    private static long timesAsked(Talk talk, String field) {
        return mine(talk).stream()
                .filter(data -> data.path("asks").asText().equals(field))
                .count();
    }

    private static JsonNode lastOfBot(Talk talk) {
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
        talks.tell(talk, "chat.participant.joined", joined.set("participant", me(talk)));
    }

    private void say(Talk talk, String line, ObjectNode extra) {
        sayText(talk, script.line(line, talk.locale()), extra);
    }

    private void sayText(Talk talk, String text, ObjectNode extra) {
        extra.put("id", "b" + talk.events().size()).put("text", text);
        extra.set("author", me(talk).put("role", "bot"));
        talks.tell(talk, "chat.message.posted", extra);
    }

    private ObjectNode me(Talk talk) {
        return Json.object().put("id", "bot").put("name", script.name(talk.locale()));
    }

    private static String in(Talk talk, JsonNode texts) {
        return BotScript.in(texts, talk.locale());
    }
}
