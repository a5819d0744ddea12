-- Why the bot answered so, one line a decision, kept with the answer's last message. For agents
-- alone; it goes with the words when a conversation is erased.
ALTER TABLE message ADD COLUMN trace text[];
