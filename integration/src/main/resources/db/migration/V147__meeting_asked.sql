-- When somebody who asked for a meeting is to be answered; null for nobody.
alter table meeting_uid add column asked_at timestamp with time zone;
create index meeting_uid_asked on meeting_uid (asked_at);

-- Whose time was offered for a meeting.
create table meeting_offer (
    source varchar(79) not null,
    uid varchar(255) not null,
    seller varchar(80) not null,
    primary key (source, uid)
);
