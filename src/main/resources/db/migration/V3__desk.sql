-- The people behind the bot.

CREATE TABLE account (
  -- the name in lower case and one width: two spellings of one name are one account
  name_key text PRIMARY KEY,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('agent', 'editor', 'admin')),
  -- Argon2id as a PHC string
  password_hash text NOT NULL,
  created_at timestamptz NOT NULL,
  -- who may not sign in for now keeps the name and the history that goes with it
  disabled boolean NOT NULL DEFAULT false
);

CREATE TABLE account_session (
  -- SHA-256 of the token in the cookie
  token_hash bytea PRIMARY KEY,
  account text NOT NULL REFERENCES account ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE INDEX account_session_account ON account_session (account);
CREATE INDEX account_session_created ON account_session (created_at);

-- Tries of signing in since the last right password, by a hash of name and address.
CREATE TABLE sign_in_try (
  key bytea PRIMARY KEY,
  tries integer NOT NULL,
  -- from then on the count starts anew; a lock ends
  until timestamptz NOT NULL
);
CREATE INDEX sign_in_try_until ON sign_in_try (until);

-- True where nobody else could sign in as administrator. Locks the administrators: two of them who
-- take each other's rights at once must not both succeed.
CREATE FUNCTION is_last_admin(who text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM account WHERE role = 'admin' ORDER BY name_key FOR UPDATE;
  RETURN EXISTS (SELECT FROM account WHERE name_key = who AND role = 'admin' AND NOT disabled)
    AND NOT EXISTS (
      SELECT FROM account WHERE name_key <> who AND role = 'admin' AND NOT disabled);
END
$$;

-- Removes an account, never the last administrator.
CREATE FUNCTION remove_account(who text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  IF is_last_admin(who) THEN
    RETURN 'last_admin';
  END IF;
  DELETE FROM account WHERE name_key = who;
  RETURN CASE WHEN FOUND THEN 'done' ELSE 'unknown' END;
END
$$;

-- Gives an account another role, or lets it in or not; null leaves as it is. Who is not let in any
-- more is signed out.
CREATE FUNCTION change_account(who text, new_role text, new_disabled boolean) RETURNS text
LANGUAGE plpgsql AS $$
BEGIN
  IF (new_role <> 'admin' OR new_disabled) AND is_last_admin(who) THEN
    RETURN 'last_admin';
  END IF;
  UPDATE account
  SET role = coalesce(new_role, role), disabled = coalesce(new_disabled, disabled)
  WHERE name_key = who;
  IF NOT FOUND THEN
    RETURN 'unknown';
  END IF;
  IF new_disabled THEN
    DELETE FROM account_session WHERE account = who;
  END IF;
  RETURN 'done';
END
$$;

-- Sets another password and signs out; false for an unknown name. Sessions are looked for after the
-- account's row is locked, so that none is overlooked that opens meanwhile.
CREATE FUNCTION change_password(who text, new_hash text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account SET password_hash = new_hash WHERE name_key = who;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM account_session WHERE account = who;
  RETURN true;
END
$$;

-- Recent waits tell shoppers how long theirs may be.
CREATE INDEX ticket_claimed ON ticket (claimed_at) WHERE claimed_at IS NOT NULL;

-- Who is at the desk, on whichever node.
CREATE TABLE agent_presence (
  agent text PRIMARY KEY,
  until timestamptz NOT NULL
);

-- What was known when a person was last asked for.
CREATE INDEX ticket_conversation ON ticket (conversation, id);
