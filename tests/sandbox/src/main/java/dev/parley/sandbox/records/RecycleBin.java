package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a deletion took along or emptied, so that it can be brought back. It is forgotten when the org stops: what is
 * restored after that comes back alone.
 */
public final class RecycleBin {
    private final Map<String, List<Trace>> traces = new HashMap<>();

    /**
     * What a deletion did to another record.
     *
     * @param id the other record's id
     * @param emptied the reference that it lost; null if it was deleted along
     */
    public record Trace(String id, Field emptied) {}

    /** A deletion begins: what an earlier one of the same record did is of no matter any more. */
    public void opened(String id) {
        traces.put(id, new ArrayList<>());
    }

    /** The deletion of a record did that to another one. */
    public void note(String id, Trace trace) {
        traces.get(id).add(trace);
    }

    /** What the last deletion of a record did; it is no longer remembered then. */
    public List<Trace> takeOut(String id) {
        List<Trace> done = traces.remove(id);
        return done == null ? List.of() : done;
    }

    void clear() {
        traces.clear();
    }
}
