package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The children that a row holds, cut into pages as the rows themselves are.
 *
 * @param base what the address of a page begins with
 */
record ChildPages(Cursors cursors, String base, int pageSize) {

    /** The row with the first page of children at most; itself where it has no more. */
    ObjectNode of(ObjectNode row) {
        ObjectNode cut = row;
        for (Map.Entry<String, JsonNode> member : row.properties()) {
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode children && children.path("records") instanceof ArrayNode records) {
                JsonNode page = page(children, records);
                if (page != children) {
                    cut = cut == row ? row.objectNode().setAll(row) : cut;
                    cut.set(member.getKey(), page);
                }
            }
        }
        return cut;
    }

    private JsonNode page(ObjectNode children, ArrayNode records) {
        List<ObjectNode> all = new ArrayList<>();
        boolean same = records.size() <= pageSize;
        for (JsonNode each : records) {
            ObjectNode child = of((ObjectNode) each);
            same &= child == each;
            all.add(child);
        }
        if (same) {
            return children;
        }
        int to = Math.min(all.size(), pageSize);
        ObjectNode page = children.objectNode().put("totalSize", all.size()).put("done", to == all.size());
        if (to < all.size()) {
            Queries.Result result = new Queries.Result(all.size(), all);
            page.put("nextRecordsUrl", base + cursors.keep(new Cursors.Position(result, to, pageSize)));
        }
        all.subList(0, to).forEach(page.putArray("records")::add);
        return page;
    }
}
