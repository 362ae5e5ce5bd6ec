-- Commands of people in the CRM that were carried out, so that none is carried out twice.
create table crm_command (
    id varchar(18) primary key,
    at timestamp with time zone not null,
    status varchar(8) not null,
    result varchar(2000) not null
);

-- How far people's changes of conversation records have been read; one row.
create table correction_position (
    id smallint primary key,
    since timestamp with time zone not null
);

-- People correct records that are known by their Salesforce ids.
create index applied_record_crm on applied_record (crm_id);
