-- The latest version of each invitation that came by mail: what an older one says no longer counts.
create table invitation (
    invitation_key varchar(64) primary key,
    sequence integer not null,
    stamp timestamp with time zone not null,
    placed_at timestamp with time zone not null,
    state varchar(40) not null,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    organizer varchar(320)
);
