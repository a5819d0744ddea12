-- Up to which message agents' pages have received a conversation, and its agent has read it.
ALTER TABLE conversation
  ADD COLUMN desk_delivered bigint NOT NULL DEFAULT 0,
  ADD COLUMN desk_read bigint NOT NULL DEFAULT 0;
