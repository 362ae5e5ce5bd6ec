package dev.parley.mapping;

/**
 * A place in a mapping file.
 *
 * @param file path below the mappings folder
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
