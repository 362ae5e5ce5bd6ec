package dev.parley.talk;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

/**
 * The sentence model all-MiniLM-L6-v2, which reads English. It is run by ONNX Runtime itself with one thread: the
 * library that its artifact comes for holds twice the memory and unpacks natives into the user's home.
 */
final class MiniLm implements Meaning {
    private static final int SIZE = 384;
    private static final int MOST_PIECES = 64;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces pieces;

    private MiniLm(OrtSession session, WordPieces pieces) {
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads the model from its artifact.
     *
     * @throws IllegalStateException if this machine cannot run it
     */
    static MiniLm load() {
        try {
            Path file = Files.createTempFile("parley", ".onnx");
            try (InputStream model = resource("all-minilm-l6-v2-q.onnx");
                    InputStream tokenizer = resource("all-minilm-l6-v2-q-tokenizer.json")) {
                // From a file, because the runtime would keep the bytes beside its own copy.
                Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
                return new MiniLm(session(file), new WordPieces(new ObjectMapper().readTree(tokenizer)));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OrtException | LinkageError e) {
            throw new IllegalStateException("the model of meanings cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static InputStream resource(String name) {
        return MiniLm.class.getResourceAsStream("/" + name);
    }

    private static OrtSession session(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        }
    }

    @Override
    public float[] of(String sentence) {
        long[] numbers = pieces.of(sentence, MOST_PIECES);
        long[] mask = new long[numbers.length];
        Arrays.fill(mask, 1);
        long[] shape = {1, numbers.length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(numbers.length), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", attention, "token_type_ids", types))) {
            return mean(((float[][][]) result.get(0).getValue())[0]);
        } catch (OrtException e) {
            throw new IllegalStateException("the model of meanings failed: " + e.getMessage(), e);
        }
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public boolean knows(String language) {
        return language.equals("en");
    }

    /** Of the vectors of all pieces, at length 1. */
    private static float[] mean(float[][] vectors) {
        float[] mean = new float[SIZE];
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            for (float[] vector : vectors) {
                mean[i] += vector[i];
            }
            squares += (double) mean[i] * mean[i];
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < SIZE; i++) {
            mean[i] /= length;
        }
        return mean;
    }
}
