package dev.parley.report;

import dev.parley.mapping.FunctionMapping;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.mapping.TalkMappings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Words that say nothing of a topic: the phrases of many functions have them. So no list is needed in any language. */
final class GeneralWords {

    private static final int MANY = 4;

    private GeneralWords() {}

    static Set<String> of(TalkMappings mappings) {
        Set<String> general = new HashSet<>();
        mappings.functions().forEach(language -> general.addAll(of(language)));
        return general;
    }

    private static Set<String> of(FunctionsMapping language) {
        Map<String, Integer> functions = new HashMap<>();
        for (FunctionMapping function : language.functions()) {
            Set<String> words = new HashSet<>();
            function.phrases().forEach(phrase -> words.addAll(Wording.of(phrase.text())));
            words.forEach(word -> functions.merge(word, 1, Integer::sum));
        }
        functions.values().removeIf(count -> count < MANY);
        return functions.keySet();
    }
}
