-- A test that an administrator sends to a program is about no conversation.
ALTER TABLE webhook_delivery ALTER COLUMN conversation DROP NOT NULL;
