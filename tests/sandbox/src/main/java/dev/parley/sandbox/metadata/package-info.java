/** Deployments: what an administrator adds to the org's schema and permissions while it runs. */
package dev.parley.sandbox.metadata;
