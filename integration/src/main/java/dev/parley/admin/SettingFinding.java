package dev.parley.admin;

/**
 * Something that is wrong with the settings.
 *
 * @param where file and line, environment variable, or the name of the setting that is missing
 * @param what what is wrong; never a secret
 * @param next what to do about it
 * @param warning true if the program can run all the same
 */
public record SettingFinding(String where, String what, String next, boolean warning) {

    static SettingFinding error(String where, String what, String next) {
        return new SettingFinding(where, what, next, false);
    }

    static SettingFinding warning(String where, String what, String next) {
        return new SettingFinding(where, what, next, true);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return where + ": " + (warning ? "(warning) " : "") + what + ". " + next;
    }
}
