package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

/** An index is built whole, or it is said that it is not. */
class BuildersTest {
    private static final int BATCHES = 20;
    private static final int TOGETHER = 50;

    @Test
    void allThatIsHandedOverIsWritten() throws IOException {
        try (IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig());
                Builders builders = new Builders(writer)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                builders.write(companies(batch));
            }
            builders.finish();

            assertThat(writer.getDocStats().numDocs).isEqualTo(BATCHES * TOGETHER);
        }
    }

    /** Also what no program expects, on whichever thread it strikes. */
    @Test
    void whatCannotBeWrittenIsTold() throws IOException {
        IndexWriter writer = new IndexWriter(full(), new IndexWriterConfig().setMaxBufferedDocs(TOGETHER));
        try (Builders builders = new Builders(writer)) {
            builders.write(companies(0));

            assertThatThrownBy(builders::finish).hasRootCauseMessage("no room left");
        }
    }

    private static Directory full() {
        return new FilterDirectory(new ByteBuffersDirectory()) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) {
                throw new AssertionError("no room left");
            }
        };
    }

    private static List<Company> companies(int batch) {
        return IntStream.range(0, TOGETHER)
                .mapToObj(i -> new Company(batch + "-" + i, "Firm " + batch + " " + i, null, null, null, null))
                .toList();
    }
}
