package dev.parley.delivery;

import dev.parley.mapping.MappingFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What bringing other mapping files into force does to one file of the server's folder.
 *
 * @param file its path below the folder
 * @param kind what becomes of it
 * @param unheld whether what it holds now stands in no version, and would be lost
 */
public record FileChange(String file, Kind kind, boolean unheld) {

    /** What becomes of a file. */
    public enum Kind {
        /** It is made. */
        ADD,
        /** It holds something else. */
        OVERWRITE,
        /** It goes. */
        DELETE
    }

    /** What becomes of each file of a folder that does not stay as it is, by name. */
    static List<FileChange> of(Path dir, Map<String, String> wanted, MappingVersions versions) {
        Map<String, String> present = MappingFolder.texts(dir);
        Map<String, String> going = new HashMap<>(present);
        going.entrySet().removeIf(file -> file.getValue().equals(wanted.get(file.getKey())));
        Set<String> unheld = versions.unheld(going);
        Set<String> names = new TreeSet<>(present.keySet());
        names.addAll(wanted.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (String name : names) {
            if (!present.containsKey(name)) {
                changes.add(new FileChange(name, Kind.ADD, false));
            } else if (going.containsKey(name)) {
                Kind kind = wanted.containsKey(name) ? Kind.OVERWRITE : Kind.DELETE;
                changes.add(new FileChange(name, kind, unheld.contains(name)));
            }
        }
        return List.copyOf(changes);
    }
}
