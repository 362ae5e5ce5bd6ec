package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Booking services give a meeting a new UID each time it is moved. UIDs that follow each other are one meeting: its
 * identity is the first of them, its state that of the last. What is said of an earlier UID, a late cancellation above
 * all, no longer moves it.
 */
final class MeetingChains {

    private final Map<String, MeetingFacts> meetings;

    private MeetingChains(Map<String, MeetingFacts> meetings) {
        this.meetings = meetings;
    }

    /** What a UID goes by among those of all sources: a source's name has no space. */
    static String key(String source, String uid) {
        return source + " " + uid;
    }

    private static String source(String key) {
        return key.substring(0, key.indexOf(' '));
    }

    private static String uid(String key) {
        return key.substring(key.indexOf(' ') + 1);
    }

    /** One meeting for each chain, in the order of their sources and first UIDs. */
    static List<MeetingState> of(SortedMap<String, MeetingFacts> meetings) {
        MeetingChains chains = new MeetingChains(meetings);
        Map<String, List<String>> byFirst = meetings.keySet().stream()
                .collect(Collectors.groupingBy(chains::first, TreeMap::new, Collectors.toList()));
        List<MeetingState> states = new ArrayList<>();
        byFirst.forEach((first, keys) -> {
            String last = chains.last(keys);
            if (last != null) {
                states.add(chains.state(first, last, keys));
            }
        });
        return states;
    }

    /** The first UID of the chain that this one is in, as far as it is known. */
    static String first(SortedMap<String, MeetingFacts> meetings, String source, String uid) {
        return uid(new MeetingChains(meetings).first(key(source, uid)));
    }

    private String first(String key) {
        List<String> path = new ArrayList<>(path(key));
        String first = path.get(path.size() - 1);
        String before = previous(first);
        // A service that says of two UIDs that each came before the other: any of them, but always the same.
        return before == null ? first : Collections.min(path.subList(path.indexOf(before), path.size()));
    }

    /** The UID and those before it, one each. */
    private Set<String> path(String key) {
        Set<String> path = new LinkedHashSet<>();
        for (String each = key; each != null && path.add(each); ) {
            each = previous(each);
        }
        return path;
    }

    private String previous(String key) {
        MeetingFacts facts = meetings.get(key);
        return facts == null || facts.previousUid() == null ? null : key(source(key), facts.previousUid());
    }

    /** The UID that says where the meeting stands, or null if all that came of it are answers. */
    private String last(Collection<String> keys) {
        List<String> agreed =
                keys.stream().filter(key -> meetings.get(key).isAgreed()).toList();
        Set<String> replaced =
                agreed.stream().map(this::previous).filter(Objects::nonNull).collect(Collectors.toSet());
        return Stream.of(agreed.stream().filter(key -> !replaced.contains(key)).toList(), agreed, List.copyOf(keys))
                .map(this::latest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String latest(Collection<String> keys) {
        return keys.stream()
                .filter(key -> meetings.get(key).latest(MeetingFacts.STATE) != null)
                .max((one, other) -> at(one).compareTo(at(other)))
                .orElse(null);
    }

    private Position at(String key) {
        return meetings.get(key).latest(MeetingFacts.STATE).at();
    }

    private MeetingState state(String first, String last, Collection<String> keys) {
        Latest<JsonNode> state = meetings.get(last).latest(MeetingFacts.STATE);
        return new MeetingReader(path(last).stream()
                        .map(meetings::get)
                        .filter(Objects::nonNull)
                        .toList())
                .state(
                        source(first),
                        uid(first),
                        uid(last),
                        keys.stream()
                                .filter(key -> !key.equals(first))
                                .map(MeetingChains::uid)
                                .toList(),
                        state);
    }
}
