-- A version of the mapping files was applied, for what was said before it too, or only taken up for what comes after it.
alter table mapping_version add column applied_at timestamp with time zone;
alter table mapping_version add column applied_by varchar(255);
-- The version whose files it brought back, if it is a way back.
alter table mapping_version add column restores bigint;
-- How many files it has; null until they have been counted.
alter table mapping_version add column file_count integer;

update mapping_version set applied_at = taken_up_at, applied_by = taken_up_by
 where number = 1
    or number in (select version_number from mapping_replay)
    or note is null
    or note not in ('found at the start', 'saved in the folder');

-- The files that a replay is for: others that are saved meanwhile are not to be spread over what was said before.
alter table mapping_replay add column hash varchar(64);
alter table mapping_replay add column overtaken boolean default false not null;
