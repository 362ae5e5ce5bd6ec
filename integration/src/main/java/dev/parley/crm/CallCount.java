package dev.parley.crm;

import java.util.List;

/** Says how many calls writing records takes, as the CRM's gateway packs them; asks no CRM. */
@FunctionalInterface
public interface CallCount {

    /**
     * The calls for records that are written together.
     *
     * @param writes in the order in which they would be sent
     * @return the calls it takes if no record is refused; refused ones may cost further calls
     */
    int of(List<RecordWrite> writes);
}
