-- Meetings that Parley booked itself: how they stand, and which revision the calendar and the attendees were told.
create table meeting_booking (
    source varchar(79) not null,
    uid varchar(255) not null,
    ical_uid varchar(255) not null unique,
    seller varchar(80) not null,
    start_at timestamp with time zone not null,
    end_at timestamp with time zone not null,
    cancelled boolean not null,
    revision integer not null,
    stamp_at timestamp with time zone not null,
    told integer not null,
    primary key (source, uid)
);

-- Why somebody who asked was not answered yet, or will not be; null where there is nothing to say.
alter table meeting_uid add column trouble varchar(255);

-- A mail may be an invitation (RFC 6047).
alter table outbox add column calendar_method varchar(20);
alter table outbox add column calendar_text text;
alter table outbox add column reply_to varchar(320);
