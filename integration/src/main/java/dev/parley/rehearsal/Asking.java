package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts what planning asks of the org: its users and queues, and what it says of an object type whose record types the
 * files name. A real delivery asks the same, and each answer is remembered for a while there too.
 */
final class Asking implements Crm {

    private final Crm org;
    private final Set<String> described = new HashSet<>();
    private int queries;

    Asking(Crm org) {
        this.org = org;
    }

    /** The calls so far; further pages of an answer are not counted. */
    int calls() {
        return queries + described.size();
    }

    @Override
    public Org org() {
        return org.org();
    }

    @Override
    public Describe describe(String sobject) {
        described.add(sobject);
        return org.describe(sobject);
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        queries++;
        return org.query(soql);
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        queries++;
        return org.queryAll(soql);
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        return org.write(writes);
    }
}
