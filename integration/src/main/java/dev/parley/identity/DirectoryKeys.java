package dev.parley.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where the index of the directory's keys stands, and the secret that its fingerprints are made with.
 *
 * @param folder of the index, or null for one in memory
 * @param secret any text; with another one the index is made anew
 */
public record DirectoryKeys(Path folder, String secret) {

    private static final int SECRET_BYTES = 32;

    /** An index in memory, with a secret that nobody knows. */
    public static DirectoryKeys inMemory() {
        return new DirectoryKeys(null, made());
    }

    /**
     * An index in that folder, with the secret in that file, apart from the store and from the index; the file is made,
     * for its owner's eyes only, where there is none.
     */
    public static DirectoryKeys in(Path folder, Path secretFile) {
        try {
            return new DirectoryKeys(folder, kept(secretFile));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the directory's secret in " + secretFile + " can be neither read nor made: " + e.getMessage(), e);
        }
    }

    KeyIndex open() {
        return KeyIndex.open(folder, fingerprints());
    }

    /** What stands in the store for a person's address and numbers. */
    PersonalKeys personal() {
        return new PersonalKeys(fingerprints());
    }

    private Fingerprints fingerprints() {
        return new Fingerprints(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Beside the keys. */
    AccountIndex openAccounts() {
        return AccountIndex.in(folder == null ? null : folder.resolveSibling("companies"));
    }

    private static String kept(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            Files.writeString(Files.createFile(file, forTheOwnerOnly()), made());
        } catch (FileAlreadyExistsException kept) {
            // From an earlier start.
        }
        return Files.readString(file).strip();
    }

    private static FileAttribute<?>[] forTheOwnerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String made() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "DirectoryKeys[folder=" + folder + "]";
    }
}
