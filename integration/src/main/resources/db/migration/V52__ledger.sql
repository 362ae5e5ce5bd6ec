-- Every write of a record that the CRM confirmed: what each field held before, as far as that was known, and after.
create sequence ledger_seq increment by 200;

create table ledger (
    id bigint primary key,
    at timestamp with time zone not null,
    conversation_id bigint not null references conversation (id),
    sobject varchar(80) not null,
    record_key varchar(255) not null,
    crm_id varchar(18) not null,
    kind varchar(8) not null,
    mappings varchar(64),
    fields text not null
);
create index ledger_record on ledger (crm_id, id);
create index ledger_conversation on ledger (conversation_id);
create index ledger_at on ledger (at);
