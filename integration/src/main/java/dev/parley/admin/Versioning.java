package dev.parley.admin;

import dev.parley.delivery.DescribeWatch;
import dev.parley.delivery.MappingAlarm;
import dev.parley.delivery.MappingChanges;
import dev.parley.delivery.MappingHealth;
import dev.parley.delivery.MappingReplay;
import dev.parley.delivery.MappingRoutes;
import dev.parley.delivery.MappingVersions;
import dev.parley.identity.Directory;
import dev.parley.mapping.FilesInForce;
import org.apache.camel.CamelContext;

/**
 * How the mapping files change.
 *
 * @param changes brings others into force
 * @param versions those that ever were
 * @param replay looks at past conversations afterwards
 * @param watch looks whether they still fit the org
 */
record Versioning(MappingChanges changes, MappingVersions versions, MappingReplay replay, DescribeWatch watch) {

    static Versioning of(
            MappingAlarm alarm,
            MappingVersions versions,
            MappingReplay replay,
            FilesInForce files,
            Directory directory,
            DescribeWatch watch) {
        return new Versioning(new MappingChanges(files, versions, replay, directory, alarm), versions, replay, watch);
    }

    /** Lets the context's routes and health find what they need, and writes down what is in force at the start. */
    void join(CamelContext context, FilesInForce files) throws Exception {
        changes.begin();
        context.getRegistry().bind(MappingRoutes.CHANGES, changes);
        context.getRegistry().bind(MappingRoutes.REPLAY, replay);
        context.getRegistry().bind(MappingRoutes.WATCH, watch);
        context.getRegistry().bind("mappings-health", new MappingHealth(files, watch));
        context.addRoutes(new MappingRoutes());
    }
}
