-- Which CRM records a conversation was ever matched to, so that it is looked at again when one of them is converted,
-- merged, deleted, restored or moved.
create table concerned_record (
    record_id varchar(18) not null,
    conversation_id bigint not null references conversation (id),
    primary key (record_id, conversation_id)
);
