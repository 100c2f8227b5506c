-- People as reviewers: who has the licence, and who wants no invitations. The scores of their tries are in the events.
CREATE TABLE reviewers (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    licensed_at TEXT CHECK (length(licensed_at) = 28),
    opted_out INTEGER CHECK (opted_out IN (0, 1)),
    opted_at TEXT CHECK (length(opted_at) = 28),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 28),
    CHECK ((opted_out IS NULL) = (opted_at IS NULL))
) WITHOUT ROWID;
CREATE INDEX reviewers_by_user ON reviewers (platform, "user");
