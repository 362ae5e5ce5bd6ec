-- The copy of the CRM's records, made anew: values stand in the row, where H2 put those of more than 256 characters
-- apart, and the keys stand in an index beside the store. What was there is read from the CRM again.
drop table crm_record;
delete from crm_position;
create table crm_record (
    sobject varchar(40) not null,
    record_id varchar(18) not null,
    stamp timestamp with time zone not null,
    fields varchar not null,
    primary key (sobject, record_id)
);
