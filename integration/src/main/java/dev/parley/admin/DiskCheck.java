package dev.parley.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether home can be written and has room. */
record DiskCheck(Path home) implements Check {

    private static final long MEBIBYTE = 1 << 20;
    private static final long TOO_LITTLE = 200;
    private static final long LITTLE = 2_048;

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public List<Diagnosis> diagnose() throws IOException {
        Path there = home;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return List.of(Diagnosis.failed(
                    there.toString(), "nothing can be written here", "Give this user the right to, or set home."));
        }
        return List.of(room(Files.getFileStore(there).getUsableSpace() / MEBIBYTE));
    }

    Diagnosis room(long mebibytes) {
        String what = mebibytes + " MiB free";
        String next = "Make room, or set home to another disk.";
        if (mebibytes < TOO_LITTLE) {
            return Diagnosis.failed(home.toString(), what, next);
        }
        return mebibytes < LITTLE
                ? Diagnosis.warning(home.toString(), what, next)
                : Diagnosis.ok(home.toString(), what);
    }
}
