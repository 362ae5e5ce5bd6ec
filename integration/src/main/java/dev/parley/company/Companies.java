package dev.parley.company;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** The index at one moment. */
final class Companies {

    /** Pieces of a name that together stand in more companies than this are left out, the rarest excepted. */
    private static final long MOST_POSTINGS = 120_000;

    private static final int FEWEST_GRAMS = 4;

    private final IndexSearcher searcher;

    Companies(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    int size() {
        return searcher.getIndexReader().numDocs();
    }

    /** At most so many of the companies under a key, in no particular order. */
    List<Company> under(String key, int most) throws IOException {
        return read(new ConstantScoreQuery(new TermQuery(new Term(Documents.KEY, key))), most);
    }

    /** At most so many companies whose names have rare pieces in common with this one, the likeliest first. */
    List<Company> alike(CompanyName name, int most) throws IOException {
        List<TermStates> states = new ArrayList<>();
        Map<TermStates, Term> terms = new LinkedHashMap<>();
        for (String gram : Grams.of(name)) {
            Term term = new Term(Documents.GRAM, gram);
            TermStates state = TermStates.build(searcher, term, true);
            if (state.docFreq() > 0) {
                states.add(state);
                terms.put(state, term);
            }
        }
        states.sort(Comparator.comparingInt(TermStates::docFreq));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        long postings = 0;
        for (int i = 0; i < states.size(); i++) {
            postings += states.get(i).docFreq();
            if (i < FEWEST_GRAMS || postings <= MOST_POSTINGS) {
                query.add(new TermQuery(terms.get(states.get(i)), states.get(i)), Occur.SHOULD);
            }
        }
        return read(query.build(), most);
    }

    /** At most so many companies in whose names all the pieces of a word are, in no particular order. */
    List<Company> containing(String word, int most) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String gram : Grams.within(word)) {
            query.add(new TermQuery(new Term(Documents.GRAM, gram)), Occur.FILTER);
        }
        return read(new ConstantScoreQuery(query.build()), most);
    }

    private List<Company> read(Query query, int most) throws IOException {
        List<Company> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
            found.add(read(hit.doc));
        }
        return found;
    }

    private Company read(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        BinaryDocValues companies = DocValues.getBinary(leaf.reader(), Documents.COMPANY);
        if (!companies.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("a document of the index of companies holds no company");
        }
        return Documents.read(companies.binaryValue());
    }
}
