-- Every set of mapping files that was ever in force, whole, so that it can be shown and restored.
create table mapping_version (
    number bigint primary key,
    hash varchar(64) not null,
    taken_up_at timestamp with time zone not null,
    taken_up_by varchar(255) not null,
    note varchar(1000),
    files text not null
);

-- How far the look at past conversations has come that follows a change of the files; one row.
create table mapping_replay (
    id integer primary key,
    version_number bigint not null,
    begun_at timestamp with time zone not null,
    after_row bigint not null,
    looked_at bigint not null,
    made_due bigint not null,
    ended_at timestamp with time zone
);
