-- What matching needs of the CRM's accounts, contacts, leads, opportunities and roles: the CRM's values, never Parley's.
create table crm_record (
    sobject varchar(40) not null,
    record_id varchar(18) not null,
    stamp timestamp with time zone not null,
    fields text not null,
    primary key (sobject, record_id)
);

-- How far each object type has been read.
create table crm_position (
    sobject varchar(40) not null primary key,
    fields text not null,
    stamp timestamp with time zone,
    record_id varchar(18),
    loaded boolean not null,
    read_at timestamp with time zone
);
