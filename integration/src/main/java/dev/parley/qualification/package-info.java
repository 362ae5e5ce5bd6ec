/**
 * What a conversation as a whole is worth and what comes next: relationship stage, score with reasons, needs, promises;
 * each with the message it rests on.
 */
package dev.parley.qualification;
