-- When it is to be looked whether a seller must be asked, and when something last became of an offer.
ALTER TABLE conversation ADD COLUMN handoff_at timestamp with time zone;
ALTER TABLE conversation ADD COLUMN offered_at timestamp with time zone;
CREATE INDEX conversation_handoff ON conversation (handoff_at);
CREATE INDEX conversation_offered ON conversation (offered_at);
