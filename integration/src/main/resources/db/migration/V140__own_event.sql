-- Parley's own events in the order of their commits: what a chat service's stream is to bring, and what it has
-- acknowledged. Numbers are given under the lock of the one row below, so that none appears behind a higher one.
create table own_event (
    number bigint primary key,
    source varchar(79) not null,
    event_id varchar(255) not null,
    acknowledged boolean not null,
    foreign key (source, event_id) references chat_event (source, event_id) on delete cascade
);
create index own_event_waiting on own_event (acknowledged, number);
create index own_event_id on own_event (event_id, source);

create table own_event_count (
    id integer primary key,
    last_number bigint not null
);
