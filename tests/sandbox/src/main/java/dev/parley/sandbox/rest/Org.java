package dev.parley.sandbox.rest;

import dev.parley.sandbox.calls.CallLog;
import dev.parley.sandbox.calls.Faults;
import dev.parley.sandbox.metadata.Deployments;
import dev.parley.sandbox.records.Store;
import dev.parley.sandbox.saving.OrgRules;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.UserRights;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The org that the resources speak for.
 *
 * @param schema the whole of it, as the administrator sees it
 * @param rights what each user may do in it
 * @param since when its schema was last changed
 */
public record Org(
        Schema schema,
        UserRights rights,
        Store store,
        Queries queries,
        OrgRules rules,
        Faults faults,
        CallLog calls,
        AtomicReference<Instant> since,
        Deployments deployments) {}
