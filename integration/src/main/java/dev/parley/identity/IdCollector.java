package dev.parley.identity;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Takes the smallest ids among the records that an index finds. */
final class IdCollector extends SimpleCollector {

    private final String field;
    private final int most;
    private final TreeSet<String> ids = new TreeSet<>();
    private BinaryDocValues values;

    IdCollector(String field, int most) {
        this.field = field;
        this.most = most;
    }

    List<String> smallest() {
        return List.copyOf(ids);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        values = DocValues.getBinary(context.reader(), field);
    }

    @Override
    public void collect(int document) throws IOException {
        if (values.advanceExact(document)) {
            ids.add(values.binaryValue().utf8ToString());
            if (ids.size() > most) {
                ids.pollLast();
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
