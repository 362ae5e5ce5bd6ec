-- Up to which of Parley's own events each chat service was told by its REST API, and what could not be told yet. The events
-- themselves stand in own_event only.
create table write_back (
    source varchar(79) primary key,
    number bigint not null,
    held_by varchar(64),
    held_until timestamp with time zone
);

create table write_back_later (
    number bigint primary key references own_event (number) on delete cascade,
    source varchar(79) not null,
    subject varchar(255) not null,
    attempts integer not null,
    not_before timestamp with time zone not null
);
create index write_back_later_source on write_back_later (source, not_before);
