-- What was last said to the chat service of who the visitor is, as a hash: said again only when it differs.
alter table conversation add column context_hash varchar(64);
