package dev.parley.company;

import java.util.ArrayList;
import java.util.List;

/** Words that one name writes apart and another together: "Ping An" and "PingAn". */
final class Compounds {

    private Compounds() {}

    /** The words, those joined that the other name writes as one. */
    static List<String> joinedAs(List<String> words, List<String> other) {
        List<String> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String both = i + 1 < words.size() ? words.get(i) + words.get(i + 1) : null;
            if (both != null && other.contains(both) && !other.contains(words.get(i))) {
                joined.add(both);
                i++;
            } else {
                joined.add(words.get(i));
            }
        }
        return joined;
    }
}
