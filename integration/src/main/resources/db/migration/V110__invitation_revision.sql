-- All revisions of the invitations that came by mail, not the latest alone: they arrive in any order, and cancelling a
-- series cancels its single dates.
create table invitation_revision (
    invitation_key varchar(64) not null,
    sequence integer not null,
    stamp timestamp with time zone not null,
    cancels boolean not null,
    series_key varchar(64) not null,
    recurrence_id varchar(40),
    placed_at timestamp with time zone not null,
    state varchar(40) not null,
    told integer not null,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    organizer varchar(320),
    primary key (invitation_key, sequence, stamp, cancels)
);
create index invitation_revision_series on invitation_revision (series_key);

-- Which series a single date is in was not written down: each stands alone, as it did.
insert into invitation_revision (invitation_key, sequence, stamp, cancels, series_key, placed_at, state, told,
        starts_at, ends_at, organizer)
    select invitation_key, sequence, stamp, state = 'meeting.cancelled', invitation_key, placed_at, state, 1,
        starts_at, ends_at, organizer from invitation;
drop table invitation;
