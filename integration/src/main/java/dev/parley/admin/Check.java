package dev.parley.admin;

import java.util.List;

/** One thing that a new installation gets wrong. A check changes nothing and sends no mail. */
interface Check {

    /** In a word or two. */
    String name();

    /** What was found, at least one; an exception counts as a failure of the check. */
    List<Diagnosis> diagnose() throws Exception;
}
