package dev.parley.sandbox;

import dev.parley.sandbox.pages.Eyes;
import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.Rights;
import dev.parley.sandbox.sharing.UserRights;
import java.util.Optional;

/** What the org's users see of it, by their rights. */
record UsersEyes(UserRights rights) implements Eyes {
    @Override
    public Optional<Schema> of(String user, Records records) {
        return find(user, records).map(Rights::schema);
    }

    @Override
    public Records records(String user, Records all) {
        return find(user, all).orElseThrow().sharing().of(all);
    }

    @Override
    public Optional<SObject> user(String user, Records records) {
        return rights.find(user.isEmpty() ? Seed.ADMINISTRATOR : user, records);
    }

    private Optional<Rights> find(String user, Records records) {
        return rights.find(user.isEmpty() ? Seed.ADMINISTRATOR : user, records)
                .map(SObject::id)
                .map(id -> rights.of(id, records));
    }
}
