-- What was last written of each record, so that only the difference is sent.
create table applied_record (
    conversation_id bigint not null references conversation (id),
    sobject varchar(80) not null,
    record_key varchar(255) not null,
    crm_id varchar(18),
    outcome varchar(16) not null,
    fields text not null,
    kept text not null,
    primary key (conversation_id, sobject, record_key)
);

-- What the CRM refused for good, or a mapping file could not say; the rest of the conversation goes on.
create table dead_letter (
    id varchar(36) primary key,
    conversation_id bigint not null references conversation (id),
    sobject varchar(80) not null,
    record_key varchar(255) not null,
    place varchar(255),
    code varchar(120) not null,
    message text not null,
    content varchar(64) not null,
    discarded boolean not null,
    at timestamp with time zone not null,
    unique (conversation_id, sobject, record_key)
);

-- The org that this store belongs to: one row, for ever.
create table bound_org (
    id integer primary key,
    org_id varchar(18) not null,
    bound_at timestamp with time zone not null
);
