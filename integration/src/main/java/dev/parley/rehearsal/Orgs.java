package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.Describe;
import dev.parley.crm.Org;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import java.util.List;

/** The orgs that conversations can meet in a rehearsal: none of them can be written to. */
public final class Orgs {

    private Orgs() {}

    /** An org without a record. */
    public static Crm empty() {
        return GivenCrm.empty();
    }

    /** A real org, of which records are read and nothing else. */
    public static Crm readOnly(Crm crm) {
        return new ReadOnly(crm);
    }

    private record ReadOnly(Crm crm) implements Crm {

        @Override
        public Org org() {
            return crm.org();
        }

        @Override
        public Describe describe(String sobject) {
            return crm.describe(sobject);
        }

        @Override
        public List<List<ObjectNode>> query(List<String> soql) {
            return crm.query(soql);
        }

        @Override
        public List<List<ObjectNode>> queryAll(List<String> soql) {
            return crm.queryAll(soql);
        }

        @Override
        public List<WriteResult> write(List<RecordWrite> writes) {
            throw new UnsupportedOperationException("a rehearsal writes nothing");
        }
    }
}
