package dev.parley.company;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How companies stand in the index. Used by one thread at a time for writing. */
final class Documents {

    static final String ID = "id";
    static final String KEY = "key";
    static final String GRAM = "gram";

    /**
     * Everything that is shown or compared, in one field. It is no stored field: these are packed in blocks, and to read
     * some dozens of companies would mean to unpack as many blocks.
     */
    static final String COMPANY = "company";

    private static final char BETWEEN = '\u001f';
    private static final FieldType GRAMS = grams();

    private final Grams grams = new Grams();

    private static FieldType grams() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    static Term idOf(String id) {
        return new Term(ID, id);
    }

    /** The document of a company. The next call makes it invalid. */
    Document of(Company company) {
        CompanyName name = CompanyName.of(company.name());
        Document document = new Document();
        document.add(new StringField(ID, company.id(), Field.Store.NO));
        Keys.of(company, name).forEach(key -> document.add(new StringField(KEY, key, Field.Store.NO)));
        document.add(new Field(GRAM, grams.over(name), GRAMS));
        document.add(new BinaryDocValuesField(COMPANY, new BytesRef(text(company))));
        return document;
    }

    private static String text(Company company) {
        return String.join(
                "" + BETWEEN,
                company.id(),
                part(company.name()),
                part(company.website()),
                part(company.phone()),
                part(company.country()),
                part(company.parentId()));
    }

    private static String part(String text) {
        return Strings.nullToEmpty(text).replace(BETWEEN, ' ');
    }

    static Company read(BytesRef written) {
        List<String> parts = Splitter.on(BETWEEN).splitToList(written.utf8ToString());
        return new Company(
                parts.get(0),
                Strings.emptyToNull(parts.get(1)),
                Strings.emptyToNull(parts.get(2)),
                Strings.emptyToNull(parts.get(3)),
                Strings.emptyToNull(parts.get(4)),
                Strings.emptyToNull(parts.get(5)));
    }
}
