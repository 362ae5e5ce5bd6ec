-- What was read out of a message, so that judging its conversation need not read it again. Stale once the message has
-- changed since, or the files by which it was read.
create table message_reading (
    conversation_id bigint not null,
    message_id varchar(255) not null,
    changed_version bigint not null,
    reader varchar(80) not null,
    content text not null,
    primary key (conversation_id, message_id),
    foreign key (conversation_id, message_id) references chat_message (conversation_id, message_id) on delete cascade
);
