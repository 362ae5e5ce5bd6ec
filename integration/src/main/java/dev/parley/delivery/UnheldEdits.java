package dev.parley.delivery;

import java.nio.file.Path;
import java.util.List;

/** Other mapping files would take the place of edits that stand in the folder and in no version. Nothing was changed. */
public final class UnheldEdits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnheldEdits(Path dir, List<String> files) {
        super("In " + dir.toAbsolutePath()
                + " stand edits that no version of the mapping files holds, and that would be"
                + " lost: " + String.join(", ", files)
                + ". Nothing was changed. Copy them elsewhere, or mend them, so that"
                + " they become a version; or let them go by saying so.");
    }

    /** Throws it if any of these changes would lose something. */
    static void refuse(Path dir, List<FileChange> changes) {
        List<String> lost = changes.stream()
                .filter(FileChange::unheld)
                .map(FileChange::file)
                .toList();
        if (!lost.isEmpty()) {
            throw new UnheldEdits(dir, lost);
        }
    }
}
