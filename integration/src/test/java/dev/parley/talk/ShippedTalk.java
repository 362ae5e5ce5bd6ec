package dev.parley.talk;

import dev.parley.mapping.MappingFiles;
import java.nio.file.Path;

/** The shipped files, learned once for all tests. */
final class ShippedTalk {
    static final Talk TALK =
            Talk.of(MappingFiles.load(Path.of("..", "mappings")).orThrow().talk());

    private ShippedTalk() {}

    static Reading read(String text) {
        return TALK.read(text, Speaker.VISITOR, null);
    }
}
