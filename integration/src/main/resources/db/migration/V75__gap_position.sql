-- Up to when a source was looked through for what its webhooks did not bring: the last look that came to its end.
create table gap_position (
    source varchar(79) primary key,
    looked_at timestamp with time zone not null
);
