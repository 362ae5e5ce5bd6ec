/** Working hours: when somebody works, and how much working time lies between two moments; right over changes of clocks. */
package dev.parley.hours;
