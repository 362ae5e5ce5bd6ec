/** Who a visitor is to the CRM, found in a local copy of it without a call of its own, each finding with its evidence. */
package dev.parley.identity;
