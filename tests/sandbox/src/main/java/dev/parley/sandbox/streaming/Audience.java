package dev.parley.sandbox.streaming;

import dev.parley.sandbox.schema.SObjectType;
import java.util.Optional;

/** Who may be told of what. */
@FunctionalInterface
public interface Audience {
    /**
     * The object type as a user sees it, if the user may follow its changes. Change Data Capture knows no sharing: only
     * those who may view all records of a type are told of any.
     */
    Optional<SObjectType> follows(String userId, String entity);
}
