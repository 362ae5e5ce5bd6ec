-- Outgoing mail, each once: its key is made of what it says. due_at is null once it is sent, given up, or for nobody.
create table outbox (
    mail_key varchar(64) not null primary key,
    recipient varchar(320),
    subject varchar(255) not null,
    body_text text not null,
    created_at timestamp with time zone not null,
    due_at timestamp with time zone,
    lease_owner varchar(64),
    lease_until timestamp with time zone,
    sent_at timestamp with time zone,
    attempts integer not null,
    trouble varchar(500)
);
create index outbox_due on outbox (due_at);
create index outbox_lease on outbox (lease_owner);
