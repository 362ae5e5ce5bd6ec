package dev.parley.delivery;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.Org;
import dev.parley.store.Tx;
import java.time.Clock;

/** Binds the store to the first org it writes to: records of one org must never be taken for those of another. */
public final class BoundOrg {

    private final Tx tx;
    private final Crm crm;
    private final Clock clock;
    private volatile Org checked;

    /** Over the store and the CRM; nothing is asked yet. */
    public BoundOrg(Tx tx, Crm crm, Clock clock) {
        this.tx = tx;
        this.crm = crm;
        this.clock = clock;
    }

    /**
     * The org, once it is known to be the right one.
     *
     * @throws CrmException if it is another than the store's, or cannot be asked
     */
    public Org check() {
        if (checked == null) {
            Org org = crm.org();
            String bound = bind(org);
            if (!bound.equals(org.id())) {
                throw new CrmException(
                        CrmException.Kind.PERMANENT,
                        "The store belongs to org " + bound + ", but crm.url leads to org " + org.id()
                                + ". Point crm.url back, or start with another home folder.",
                        null);
            }
            checked = org;
        }
        return checked;
    }

    private String bind(Org org) {
        return tx.call(em -> {
            BoundOrgRow row = em.find(BoundOrgRow.class, BoundOrgRow.ONLY);
            if (row == null) {
                row = new BoundOrgRow();
                row.orgId = org.id();
                row.boundAt = clock.instant();
                em.persist(row);
            }
            return row.orgId;
        });
    }
}
