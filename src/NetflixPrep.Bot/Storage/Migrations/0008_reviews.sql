-- Answers that were shared for review; what stands in them is in their events.
CREATE TABLE reviews (
    stream TEXT NOT NULL PRIMARY KEY,
    "group" TEXT NOT NULL,
    person TEXT NOT NULL,
    platform TEXT NOT NULL,
    "user" TEXT NOT NULL,
    source TEXT NOT NULL,
    question_id TEXT NOT NULL,
    round TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'opened', 'withdrawn')),
    needed INTEGER NOT NULL CHECK (needed > 0),
    taken INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    prepared_at TEXT NOT NULL CHECK (length(prepared_at) = 28),
    shared_at TEXT CHECK (length(shared_at) = 28),
    opened_at TEXT CHECK (length(opened_at) = 28),
    CHECK (state NOT IN ('open', 'opened') OR shared_at IS NOT NULL),
    CHECK ((state = 'opened') <= (opened_at IS NOT NULL))
) WITHOUT ROWID;
CREATE INDEX reviews_waiting ON reviews ("group", shared_at) WHERE state = 'open';
CREATE INDEX reviews_by_person ON reviews (person, opened_at);
CREATE INDEX reviews_by_user ON reviews (platform, "user", opened_at);
CREATE INDEX reviews_by_source ON reviews (source);
CREATE INDEX reviews_by_question ON reviews (question_id) WHERE state = 'opened';

-- Who was asked to review what, took it on, gave a review.
CREATE TABLE review_seats (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    "group" TEXT NOT NULL,
    candidate TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('invited', 'passed', 'claimed', 'lapsed', 'given', 'taken-back')),
    at TEXT NOT NULL CHECK (length(at) = 28),
    given_at TEXT CHECK (length(given_at) = 28),
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    useful INTEGER CHECK (useful IN (0, 1)),
    rated_at TEXT CHECK (length(rated_at) = 28),
    PRIMARY KEY (stream, person),
    CHECK (state <> 'given' OR given_at IS NOT NULL)
) WITHOUT ROWID;
CREATE INDEX review_seats_by_person ON review_seats (person, state, at);
CREATE INDEX review_seats_by_candidate ON review_seats (candidate, state, person);
CREATE INDEX review_seats_rated ON review_seats (person, candidate, useful, rated_at) WHERE state = 'given' AND useful IS NOT NULL;
CREATE INDEX review_seats_by_group ON review_seats ("group", at, person, candidate, state);

-- The scores of reviews that were given.
CREATE TABLE review_scores (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    dimension TEXT NOT NULL,
    score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
    PRIMARY KEY (stream, person, dimension)
) WITHOUT ROWID;

-- Reviewers who say otherwise than a detector: for the health of the bank.
CREATE TABLE review_overrules (
    stream TEXT NOT NULL,
    person TEXT NOT NULL,
    signal TEXT NOT NULL,
    mentioned INTEGER NOT NULL CHECK (mentioned IN (0, 1)),
    PRIMARY KEY (stream, person, signal)
) WITHOUT ROWID;
CREATE INDEX review_overrules_by_signal ON review_overrules (signal);
