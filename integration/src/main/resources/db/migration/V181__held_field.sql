-- Fields that an undo put back, and the mapping files that were in force then: those do not write them again.
alter table applied_record add column held text;
alter table applied_record add column held_under varchar(64);
