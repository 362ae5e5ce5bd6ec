/**
 * Figures over many conversations: how agents and visitors talk with each other, and what the bot could not do. They are
 * reckoned when somebody asks, and none is kept.
 */
package dev.parley.report;
