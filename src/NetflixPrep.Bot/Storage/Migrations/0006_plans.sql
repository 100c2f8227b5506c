-- Study plans and stories: whose they are, so that they are found, exported and erased. What stands in them is in their events.
CREATE TABLE plans (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    interview TEXT NOT NULL CHECK (length(interview) = 10),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 28)
) WITHOUT ROWID;
CREATE INDEX plans_by_user ON plans (platform, "user");

CREATE TABLE stories (
    stream TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0),
    changed_at TEXT NOT NULL CHECK (length(changed_at) = 28)
) WITHOUT ROWID;
CREATE INDEX stories_by_user ON stories (platform, "user");
