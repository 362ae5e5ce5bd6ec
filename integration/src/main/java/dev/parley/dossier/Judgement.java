package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.qualification.Assessment;
import dev.parley.qualification.Brief;
import dev.parley.qualification.Score;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What a conversation comes to, as mapping files see it: lines for people, each with the message that it rests on. */
final class Judgement {

    private Judgement() {}

    static ObjectNode of(Assessment assessment) {
        Score score = assessment.score();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("stage", title(assessment.stage().name()))
                .put("stageEvidence", lines(assessment.stage().evidence()))
                .put("score", score.points())
                .put("grade", score.grade());
        if (assessment.orientation() != null) {
            node.put("orientation", assessment.orientation().name());
        }
        Dossiers.put(node, "reasons", lines(score.reasons()));
        assessment.functions().forEach(function -> node.withArray("functions").add(function.name()));
        assessment.presence().forEach(kind -> node.withArray("presence").add(kind));
        assessment.missing().forEach(missing -> {
            ObjectNode item = node.withArray("missing").addObject().put("name", missing.name());
            Dossiers.put(item, "ask", missing.ask());
        });
        assessment.plays().forEach(play -> node.withArray("plays")
                .addObject()
                .put("name", play.name())
                .put("evidence", lines(play.evidence())));
        assessment.mentions().forEach(mention -> node.withArray("entities")
                .addObject()
                .put("kind", mention.kind())
                .put("value", mention.value())
                .put("messageId", mention.message())
                .put("quote", mention.quote()));
        return brief(node, assessment.brief());
    }

    private static ObjectNode brief(ObjectNode node, Brief brief) {
        texts(node, "needs", brief.needs());
        texts(node, "openQuestions", brief.open());
        texts(node, "promises", brief.promised());
        Dossiers.put(node, "nextStep", brief.next());
        return node;
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        ArrayNode array = texts.isEmpty() ? null : node.withArray(name);
        texts.forEach(text -> array.add(text));
    }

    private static String lines(Collection<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
