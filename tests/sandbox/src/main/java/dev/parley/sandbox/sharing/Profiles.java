package dev.parley.sandbox.sharing;

import java.util.List;

/** The profiles that the org has. */
public final class Profiles {
    /** May do everything. */
    public static final String ADMINISTRATOR = "System Administrator";
    /** May work with the standard objects; who has no profile has this one. */
    public static final String STANDARD = "Standard User";
    /** May do nothing but what permission sets add. */
    public static final String API_ONLY = "Minimum Access - API Only Integrations";

    /** Their names. */
    public static final List<String> ALL = List.of(ADMINISTRATOR, STANDARD, API_ONLY);

    private Profiles() {}
}
