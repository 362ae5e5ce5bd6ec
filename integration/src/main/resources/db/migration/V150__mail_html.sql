-- A mail may be in HTML besides.
ALTER TABLE outbox ADD COLUMN body_html text;
