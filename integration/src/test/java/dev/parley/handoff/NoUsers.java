package dev.parley.handoff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.util.List;

/** A CRM in which none of the sellers has a user. */
final class NoUsers implements Crm {
    @Override
    public Org org() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Describe describe(String sobject) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<List<ObjectNode>> query(List<String> soql) {
        return soql.stream().map(query -> List.<ObjectNode>of()).toList();
    }

    @Override
    public List<List<ObjectNode>> queryAll(List<String> soql) {
        return query(soql);
    }

    @Override
    public List<WriteResult> write(List<RecordWrite> writes) {
        throw new UnsupportedOperationException();
    }
}
