/** Brings the CRM to what conversations say it should hold: claim, plan, apply the difference, try again or lay aside. */
package dev.parley.delivery;
