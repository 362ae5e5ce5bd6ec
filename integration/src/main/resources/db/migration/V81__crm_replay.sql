-- The last change event of each object type that was taken, so that a restart goes on after it.
create table crm_replay (
    sobject varchar(40) not null primary key,
    replay_id bigint not null
);
