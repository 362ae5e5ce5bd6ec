package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** {@code bot.json}: what the bot says in each language, and by which words it understands. */
final class BotScript {
    /** With Unicode's classes, for in ASCII's no letter of Persian or Chinese is part of a word. */
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

    /** A word begins where no letter stands before; Chinese writes its words without gaps. */
    private static final String BEGINS = "(?<![\\p{L}&&[^\\p{IsHan}]])(?:";

    private static final int LONGEST_COMPANY = 200;

    private final JsonNode script = Json.resource("bot.json");
    private final Map<JsonNode, Pattern> patterns = new HashMap<>();

    /** What it says of that name. */
    String line(String name, String locale) {
        return in(script.path("lines").path(name), locale);
    }

    String name(String locale) {
        return in(script.path("name"), locale);
    }

    List<String> topics() {
        return script.path("topics").propertyStream().map(Map.Entry::getKey).toList();
    }

    JsonNode topic(String id) {
        return script.path("topics").path(id);
    }

    /** A text that the script has in every language. */
    static String in(JsonNode texts, String locale) {
        return texts.path(locale).asText(texts.path("en").asText());
    }

    /** Whether the words mean what is listed under that name, in whatever language they are. */
    boolean means(String name, String words) {
        return StreamSupport.stream(script.path(name).spliterator(), false).anyMatch(list -> finds(list, words));
    }

    /** What a topic needs a person for goes before what the bot can tell by itself. */
    Optional<String> topicOf(String words, String locale) {
        return topics().stream()
                .sorted((one, other) -> Boolean.compare(
                        topic(other).path("handover").asBoolean(),
                        topic(one).path("handover").asBoolean()))
                .filter(id -> finds(topic(id).path("words").path(locale), words)
                        || finds(topic(id).path("words").path("en"), words))
                .findFirst();
    }

    /** The company's name out of an answer such as "We are from Acme". */
    String company(String answer) {
        String name = plain(answer).strip();
        for (JsonNode around : script.path("aroundCompany")) {
            name = Pattern.compile(oneOf(around), FLAGS)
                    .matcher(name)
                    .replaceAll("")
                    .strip();
        }
        return name.length() <= LONGEST_COMPANY ? name : name.substring(0, LONGEST_COMPANY);
    }

    private boolean finds(JsonNode list, String words) {
        return !list.isEmpty() && pattern(list).matcher(plain(words)).find();
    }

    private synchronized Pattern pattern(JsonNode list) {
        return patterns.computeIfAbsent(list, all -> Pattern.compile(BEGINS + oneOf(all) + ")", FLAGS));
    }

    private static String oneOf(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining("|"));
    }

    /** One spelling for what keyboards write in several ways. */
    private static String plain(String words) {
        return words.replace('\u200c', ' ')
                .replace('\u064a', '\u06cc')
                .replace('\u0643', '\u06a9')
                .replace('\u2019', '\'')
                .strip();
    }

    /** Whether somebody asks back instead of answering. */
    static boolean isQuestion(String words) {
        return words.strip().matches("(?s).*[?？؟]");
    }
}
