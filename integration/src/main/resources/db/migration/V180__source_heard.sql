-- When each source last sent something, to the minute: whether one is silent must be known after a restart and on every
-- server alike.
create table source_heard (
    source varchar(79) primary key,
    heard_at timestamp with time zone not null
);

-- Of what was sent before: the last event's own time, unless it is history or its clock is ahead.
insert into source_heard (source, heard_at)
select source, max(case when last_at > received_at and last_at <= current_timestamp then last_at else received_at end)
from conversation group by source;
