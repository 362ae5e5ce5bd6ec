package dev.parley.benchmark;

import dev.parley.conversation.Role;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingSet;
import dev.parley.qualification.NoteTaker;
import dev.parley.qualification.Use;
import dev.parley.qualification.Utterance;
import dev.parley.talk.Reading;
import dev.parley.talk.Speaker;
import dev.parley.talk.Talk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Understands messages in all languages by all that there is for it, in a process of its own with the server's options,
 * and prints how many megabytes that adds to its resident memory; the mapping files are loaded before.
 */
public final class TalkProbe {

    /** So that telephone numbers are looked for in every message. */
    private static final String NUMBER = " +46 8 123 456 78";

    private TalkProbe() {}

    public static void main(String... none) throws IOException {
        MappingSet files = MappingFiles.load(Path.of("mappings")).orThrow();
        List<Labelled> messages =
                LabelledSets.read(null).values().stream().flatMap(List::stream).toList();
        // What loading left lying about would hide as much of what comes.
        System.gc();
        double before = resident();
        Talk words = Talk.of(files.talk());
        words.learn();
        Talk meanings = words.withMeanings();
        meanings.learn();
        NoteTaker notes = new NoteTaker(files.qualification());
        for (Talk talk : List.of(words, meanings)) {
            for (Labelled message : messages) {
                note(notes, message.text(), talk.read(message.text(), Speaker.VISITOR, null));
                note(notes, message.text() + NUMBER, talk.read(message.text(), Speaker.VISITOR, message.language()));
            }
        }
        System.out.println(resident() - before);
    }

    private static void note(NoteTaker notes, String text, Reading reading) {
        List<Use> uses = reading.purposes().stream()
                .map(purpose -> new Use(purpose.name(), purpose.confidence(), purpose.sentence(), purpose.because()))
                .toList();
        List<String> presence = List.copyOf(reading.presence());
        notes.note(new Utterance("m", Role.VISITOR, Instant.EPOCH, text, reading.language(), uses, presence));
    }

    private static double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
                .sum();
    }
}
