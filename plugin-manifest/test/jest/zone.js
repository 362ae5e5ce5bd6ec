// Dates read the same on every machine.
process.env.TZ = 'UTC';
