package dev.parley.mapping;

import dev.parley.conversation.Role;
import java.util.List;
import java.util.Map;

/**
 * Says who wrote a message by the author's name, or by the marker that the line has in its place.
 *
 * @param patterns how names look, by role, in the order in which they are tried
 * @param otherwise the role of everybody else
 */
record TranscriptRoles(Map<Role, List<MailPattern>> patterns, Role otherwise) {

    /**
     * The role.
     *
     * @param mark the marker, else the author's name; may be null
     * @param visitor the visitor's name, or null if nobody knows it
     */
    Role of(String mark, String visitor) {
        String name = mark == null ? "" : mark;
        return patterns.entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(pattern -> pattern.isIn(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name.equalsIgnoreCase(visitor) ? Role.VISITOR : otherwise);
    }
}
