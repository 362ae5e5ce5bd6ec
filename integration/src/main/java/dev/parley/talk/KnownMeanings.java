package dev.parley.talk;

import com.google.common.base.Suppliers;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.mapping.MappingFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The model of meanings with what it makes of the shipped phrases laid down beside it when the program is built: it
 * takes milliseconds for each of thousands, and a server that starts would work on them for half a minute.
 */
final class KnownMeanings implements Meaning {

    /** Loaded when somebody first asks; one serves the whole program. */
    static final Supplier<Meaning> SHIPPED = Suppliers.memoize(KnownMeanings::shipped);

    private static final String FILE = "meanings.bin";

    private final Meaning model;
    private final Map<String, float[]> known;

    private KnownMeanings(Meaning model, Map<String, float[]> known) {
        this.model = model;
        this.known = known;
    }

    private static Meaning shipped() {
        Meaning model = MiniLm.load();
        try (InputStream file = KnownMeanings.class.getResourceAsStream(FILE)) {
            // Without it all is the same, and later.
            return file == null ? model : new KnownMeanings(model, read(file, model.size()));
        } catch (IOException e) {
            throw new IllegalStateException("what the phrases mean cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public float[] of(String sentence) {
        float[] meaning = known.get(sentence);
        return meaning == null ? model.of(sentence) : meaning;
    }

    @Override
    public int size() {
        return model.size();
    }

    @Override
    public boolean knows(String language) {
        return model.knows(language);
    }

    /** Whether that need not be worked out. */
    boolean isLaidDown(String sentence) {
        return known.containsKey(sentence);
    }

    private static Map<String, float[]> read(InputStream file, int size) throws IOException {
        Map<String, float[]> known = new HashMap<>();
        DataInputStream in = new DataInputStream(new BufferedInputStream(file));
        for (int left = in.readInt(); left > 0; left--) {
            String sentence = in.readUTF();
            float[] meaning = new float[size];
            for (int i = 0; i < size; i++) {
                meaning[i] = in.readFloat();
            }
            known.put(sentence, meaning);
        }
        return known;
    }

    private static void write(Map<String, float[]> known, OutputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(known.size());
        for (Map.Entry<String, float[]> entry : known.entrySet()) {
            out.writeUTF(entry.getKey());
            for (float number : entry.getValue()) {
                out.writeFloat(number);
            }
        }
        out.flush();
    }

    /**
     * For the build: lays down what the phrases of a mappings folder mean.
     *
     * @param folders the mappings folder, and the folder of this package's classes
     */
    public static void main(String... folders) throws IOException {
        Meaning model = MiniLm.load();
        Map<String, float[]> known = new TreeMap<>();
        for (FunctionsMapping mapping :
                MappingFiles.load(Path.of(folders[0])).orThrow().talk().functions()) {
            if (model.knows(mapping.language())) {
                PhraseBook.of(mapping).entries().forEach(entry -> known.computeIfAbsent(entry.lower(), model::of));
            }
        }
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(Path.of(folders[1]).resolve(FILE)))) {
            write(known, out);
        }
    }
}
