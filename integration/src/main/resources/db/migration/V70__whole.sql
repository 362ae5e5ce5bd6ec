-- Whether the next delivery of a conversation looks at its whole transcript, whatever of it has changed: after a change
-- of the mapping files its older parts may be written otherwise, also while it grows.
alter table conversation add column whole boolean default false not null;
