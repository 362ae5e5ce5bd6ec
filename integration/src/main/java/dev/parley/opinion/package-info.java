/** A large language model as a second opinion: off unless a setting names its server, and never needed. */
package dev.parley.opinion;
