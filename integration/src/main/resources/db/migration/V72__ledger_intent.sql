-- A write stands in the ledger before it is sent, while the record may not have an id yet.
alter table ledger alter column crm_id drop not null;
