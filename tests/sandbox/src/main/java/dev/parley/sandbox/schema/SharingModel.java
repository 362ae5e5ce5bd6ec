package dev.parley.sandbox.schema;

/** The organisation-wide default of an object type: what every user may do with the records that belong to others. */
public enum SharingModel {
    /** Nothing. */
    PRIVATE,
    /** See them. */
    READ,
    /** See and change them. */
    READ_WRITE,
    /** Change, delete and give them away too. */
    FULL_ACCESS,
    /** What they may do with the record that these belong to. */
    CONTROLLED_BY_PARENT,
    /** Sharing does not apply: the permissions on the type alone decide. */
    NONE;

    /** The model that a metadata file names, such as {@code ReadWriteTransfer}. */
    static SharingModel named(String name) {
        return switch (name) {
            case "Private" -> PRIVATE;
            case "Read" -> READ;
            case "ReadWrite", "ReadWriteTransfer" -> READ_WRITE;
            case "FullAccess" -> FULL_ACCESS;
            case "ControlledByParent" -> CONTROLLED_BY_PARENT;
            default -> throw new IllegalArgumentException(
                    "The sandbox org does not know the sharing model '" + name + "'");
        };
    }
}
