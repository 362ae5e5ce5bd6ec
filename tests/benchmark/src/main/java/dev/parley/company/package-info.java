/** What the weights of matching are learned from; here, since it sees the features that the package keeps to itself. */
package dev.parley.company;
