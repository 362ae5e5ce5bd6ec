/** Which account a company's name, host and telephone mean: an index on disk, a rescorer, a decision. */
package dev.parley.company;
