-- Somebody who may not sign in for now keeps the name and the history that goes with it.
ALTER TABLE account ADD COLUMN disabled boolean NOT NULL DEFAULT false;

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
CREATE OR REPLACE FUNCTION remove_account(who text) RETURNS text LANGUAGE plpgsql AS $$
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
