-- Where an account's password is kept: here, or with a directory (ldap) or an identity provider
-- (openid), which also say what the account may do.
ALTER TABLE account ADD COLUMN source TEXT NOT NULL DEFAULT 'local';
