/** What each user may do in the org: by profile and permission sets with object types and fields, by sharing with records. */
package dev.parley.sandbox.sharing;
