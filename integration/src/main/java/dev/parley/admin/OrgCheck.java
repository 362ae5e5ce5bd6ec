package dev.parley.admin;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Org;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the credentials lead into an org, and into the right one.
 *
 * @param bound id of the org that the store belongs to, if it does to any
 * @param mail what becomes of mail if it is a sandbox
 */
record OrgCheck(String url, Crm crm, Supplier<Optional<String>> bound, String mail) implements Check {

    @Override
    public String name() {
        return "org";
    }

    @Override
    public List<Diagnosis> diagnose() {
        try {
            Org org = crm.org();
            List<Diagnosis> diagnoses = new ArrayList<>();
            diagnoses.add(Diagnosis.ok(
                    url,
                    "logged in to " + org.name() + " (" + org.id() + "), "
                            + (org.sandbox() ? "a sandbox: " + mail : "a production org")));
            bound.get()
                    .filter(id -> !id.equals(org.id()))
                    .ifPresent(id -> diagnoses.add(Diagnosis.failed(
                            url,
                            "the store belongs to another org, " + id,
                            "Set crm.url back, or home to another folder.")));
            return diagnoses;
        } catch (CrmException e) {
            return List.of(Diagnosis.failed(url, e.getMessage(), next(e)));
        }
    }

    static String next(CrmException e) {
        return switch (e.kind()) {
            case NEEDS_LOGIN -> "Look at crm.clientId and crm.clientSecret, and that the client app may be used by"
                    + " the integration user.";
            case TRANSIENT -> "See that crm.url is right and can be reached from here, then try again.";
            case CALL_BUDGET_SPENT -> "Try again when API calls are left.";
            case PERMANENT -> "Give the integration user the permission set Chat_Sync_Integration.";
        };
    }
}
