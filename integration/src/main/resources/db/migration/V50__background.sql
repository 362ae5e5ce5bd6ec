-- What nobody waits for, history and replays, is claimed after everything that is going on.
alter table conversation add column background boolean default false not null;
update conversation set background = (live = false);
drop index conversation_due;
create index conversation_due on conversation (background, due_at);
