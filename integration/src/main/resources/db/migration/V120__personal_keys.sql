-- E-mail addresses and telephone numbers stand in the copy of the CRM's records as keyed hashes from now on, and records
-- that were merged stay. What was there in clear goes, and is read from the CRM again.
drop table crm_record;
delete from crm_position;
create table crm_record (
    sobject varchar(40) not null,
    record_id varchar(18) not null,
    stamp timestamp with time zone not null,
    fields varchar not null,
    primary key (sobject, record_id)
);
