package dev.parley.identity;

import dev.parley.store.Database;
import dev.parley.store.Stores;

class DirectoryOnH2Test extends DirectoryPromises {

    @Override
    Database database() {
        return Stores.h2();
    }
}
