package dev.parley.identity;

import dev.parley.store.Database;
import dev.parley.store.Stores;

class DirectoryOnPostgresTest extends DirectoryPromises {

    @Override
    Database database() {
        return Stores.postgres();
    }
}
