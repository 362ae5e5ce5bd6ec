-- Which conversation a meeting belongs to, by each UID it has had: booking services name no conversation.
create table meeting_uid (
    source varchar(79) not null,
    uid varchar(255) not null,
    conversation_id bigint not null references conversation (id),
    primary key (source, uid)
);
create index meeting_uid_conversation on meeting_uid (conversation_id);

-- How the attendee of a meeting finds the conversation they had: a hash of the visitor's e-mail address, never itself.
alter table conversation add column visitor_hash varchar(64);
alter table conversation add column last_at timestamp with time zone;
-- True while nothing but meetings without a conversation of their own was counted in.
alter table conversation add column meeting_only boolean default false not null;
create index conversation_visitor on conversation (visitor_hash, last_at);

-- Keys that Parley made for itself, where no setting gives one.
create table own_key (
    name varchar(64) primary key,
    secret varchar(128) not null
);
