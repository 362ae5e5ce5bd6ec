package dev.parley.delivery;

/**
 * Why a record is laid aside.
 *
 * @param place the line of the mapping file, or null
 * @param code the CRM's error code, or Parley's own in lower case
 * @param message the CRM's words
 * @param content hash of the record as it was refused
 */
record Refusal(String place, String code, String message, String content) {}
