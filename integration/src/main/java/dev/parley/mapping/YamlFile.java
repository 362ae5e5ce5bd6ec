package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file as JSON, in which every value still knows its line and column.
 *
 * @param name path below the mappings folder
 * @param content the file as JSON; null where there is none
 * @param keys place of the key (of the item, in a list) by JSON pointer
 * @param values place of each value that is no list and has no keys, by JSON pointer; one that was refused has none
 * @param texts every text by JSON pointer
 */
record YamlFile(
        String name,
        JsonNode content,
        Map<String, Place> keys,
        Map<String, Place> values,
        Map<String, YamlText> texts) {

    static YamlFile unreadable(String name) {
        return unplaced(name, NullNode.instance);
    }

    /** Content that stands in no file: all of it at its beginning. */
    static YamlFile unplaced(String name, JsonNode content) {
        return new YamlFile(name, content, Map.of(), Map.of(), Map.of());
    }

    /** Where the value with this pointer has its key; the nearest one above it that has a place, where it has none. */
    Place place(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place place = keys.get(at);
            if (place != null) {
                return place;
            }
        }
        return new Place(name, 1, 1);
    }

    /** Whether something stands at this pointer. */
    boolean knows(String pointer) {
        return keys.containsKey(pointer);
    }

    YamlText text(String pointer) {
        return texts.get(pointer);
    }

    /** Where the value itself begins; of a list and of keys their own key. */
    Place valuePlace(String pointer) {
        Place value = values.get(pointer);
        return value == null ? place(pointer) : value;
    }

    /** Whether something stands here that could not be read: it is told already, and nothing follows from it. */
    boolean refused(String pointer) {
        JsonNode value = content.at(pointer);
        boolean none = value.isMissingNode() || value.isNull();
        return none && keys.containsKey(pointer) && !values.containsKey(pointer);
    }

    /** The same with one key under another name, at the place where it stands in the file. */
    YamlFile renamed(String pointer, String from, String to) {
        JsonNode copy = content.deepCopy();
        ObjectNode owner = (ObjectNode) copy.at(pointer);
        owner.set(to, owner.remove(from));
        String before = child(pointer, from);
        String after = child(pointer, to);
        return new YamlFile(
                name, copy, moved(keys, before, after), moved(values, before, after), moved(texts, before, after));
    }

    private static <T> Map<String, T> moved(Map<String, T> places, String from, String to) {
        Map<String, T> moved = new HashMap<>();
        places.forEach((at, value) -> {
            boolean below = at.equals(from) || at.startsWith(from + "/");
            moved.put(below ? to + at.substring(from.length()) : at, value);
        });
        return Map.copyOf(moved);
    }

    /** The same with an empty list in the place of a value that is no list. */
    YamlFile withEmptyList(String pointer) {
        JsonNode copy = content.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode owner = copy.at(pointer.substring(0, slash));
        String member = pointer.substring(slash + 1);
        if (owner instanceof ArrayNode list) {
            list.set(Integer.parseInt(member), JsonNodeFactory.instance.arrayNode());
        } else if (owner instanceof ObjectNode object) {
            object.putArray(member.replace("~1", "/").replace("~0", "~"));
        }
        return new YamlFile(name, copy, keys, values, texts);
    }

    /** The pointer of a member of the value with this pointer (RFC 6901). */
    static String child(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    static String child(String pointer, List<String> members) {
        String child = pointer;
        for (String member : members) {
            child = child(child, member);
        }
        return child;
    }
}
