-- When that change stood in the CRM: the place after a change that the CRM keeps no longer is not asked for.
alter table crm_replay add column stood_at timestamp with time zone;
