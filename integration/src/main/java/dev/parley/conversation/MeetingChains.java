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

    /** One meeting for each chain, in the order of their first UIDs. */
    static List<MeetingState> of(SortedMap<String, MeetingFacts> meetings) {
        MeetingChains chains = new MeetingChains(meetings);
        Map<String, List<String>> byFirst = meetings.keySet().stream()
                .collect(Collectors.groupingBy(chains::first, TreeMap::new, Collectors.toList()));
        List<MeetingState> states = new ArrayList<>();
        byFirst.forEach((first, uids) -> {
            String last = chains.last(uids);
            if (last != null) {
                states.add(chains.state(first, last));
            }
        });
        return states;
    }

    /** The first UID of the chain that this one is in. */
    private String first(String uid) {
        List<String> path = new ArrayList<>(path(uid));
        String first = path.get(path.size() - 1);
        String before = previous(first);
        // A service that says of two UIDs that each came before the other: any of them, but always the same.
        return before == null ? first : Collections.min(path.subList(path.indexOf(before), path.size()));
    }

    /** The UID and those before it, one each. */
    private Set<String> path(String uid) {
        Set<String> path = new LinkedHashSet<>();
        for (String each = uid; each != null && path.add(each); ) {
            each = previous(each);
        }
        return path;
    }

    private String previous(String uid) {
        MeetingFacts facts = meetings.get(uid);
        return facts == null ? null : facts.previousUid();
    }

    /** The UID that says where the meeting stands, or null if all that came of it are answers. */
    private String last(Collection<String> uids) {
        List<String> agreed =
                uids.stream().filter(uid -> meetings.get(uid).isAgreed()).toList();
        Set<String> replaced =
                agreed.stream().map(this::previous).filter(Objects::nonNull).collect(Collectors.toSet());
        return Stream.of(agreed.stream().filter(uid -> !replaced.contains(uid)).toList(), agreed, List.copyOf(uids))
                .map(this::latest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String latest(Collection<String> uids) {
        return uids.stream()
                .filter(uid -> meetings.get(uid).latest(MeetingFacts.STATE) != null)
                .max((one, other) -> at(one).compareTo(at(other)))
                .orElse(null);
    }

    private Position at(String uid) {
        return meetings.get(uid).latest(MeetingFacts.STATE).at();
    }

    private MeetingState state(String first, String last) {
        Latest<JsonNode> state = meetings.get(last).latest(MeetingFacts.STATE);
        return new MeetingReader(path(last).stream()
                        .map(meetings::get)
                        .filter(Objects::nonNull)
                        .toList())
                .state(first, last, state);
    }
}
