-- What somebody is just about to apply: a program that dies between the folder and the version knows it at its next start.
create table mapping_intent (
    id integer not null primary key,
    hash varchar(64) not null,
    intended_by varchar(255),
    note varchar(1000),
    restores bigint
);
