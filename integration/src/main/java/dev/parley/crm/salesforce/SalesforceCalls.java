package dev.parley.crm.salesforce;

import dev.parley.crm.CallCount;
import dev.parley.crm.RecordWrite;
import java.util.List;

/** Counts the composite calls that records are packed into, by packing them as they are packed to be sent. */
public final class SalesforceCalls implements CallCount {

    @Override
    public int of(List<RecordWrite> writes) {
        return Chunks.of(RecordCollection.Entry.all(writes)).size();
    }
}
