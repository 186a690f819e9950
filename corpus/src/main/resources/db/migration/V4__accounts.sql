-- Who may sign in, and who is signed in. Passwords and tokens are kept as hashes alone.

CREATE TABLE account (
  name     TEXT PRIMARY KEY,
  role     TEXT NOT NULL,            -- reader, staff, admin
  password TEXT NOT NULL,            -- Argon2id with its salt and cost, as the library prints it
  since    TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sign_in (
  number INTEGER PRIMARY KEY,        -- to name it by on the account's page
  token  TEXT NOT NULL UNIQUE,       -- SHA-256 of what the browser holds
  name   TEXT NOT NULL,
  since  TEXT NOT NULL,
  seen   TEXT NOT NULL,              -- to within some minutes
  device TEXT NOT NULL               -- what the browser calls itself, shortened
);
CREATE INDEX sign_in_name ON sign_in (name);
