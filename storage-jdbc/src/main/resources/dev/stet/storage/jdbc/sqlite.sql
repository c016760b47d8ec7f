-- The tables of Stet, format ${format}, for SQLite. Without a row id of their own, the rows of one agent lie together.
-- Times are microseconds since 1970-01-01T00:00Z. docs/schema.md explains every column.

-- One row per agent. A deleted agent keeps its row with nothing but its id and the revision of its head.
CREATE TABLE IF NOT EXISTS ${t}agent (
    workspace         TEXT NOT NULL,
    agent             TEXT NOT NULL,
    head_revision     INTEGER NOT NULL,
    head_at           INTEGER,
    latest_version    INTEGER,
    latest_deployment INTEGER,
    open_drafts       INTEGER,
    leap_from         INTEGER,
    leap_until        INTEGER,
    name              TEXT,
    name_folded       TEXT,
    name_order        BLOB,
    description       TEXT,
    kind              TEXT,
    tags              TEXT,
    status            TEXT,
    revision          INTEGER,
    duplicated_from   TEXT,
    created_by        TEXT,
    created_by_name   TEXT,
    created_by_email  TEXT,
    created_at        INTEGER,
    updated_by        TEXT,
    updated_by_name   TEXT,
    updated_by_email  TEXT,
    updated_at        INTEGER,
    PRIMARY KEY (workspace, agent)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ${i}agent_newest ON ${t}agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS ${i}agent_by_name ON ${t}agent (workspace, name_order, agent);

-- Working copies, and what became of them.
CREATE TABLE IF NOT EXISTS ${t}draft (
    workspace            TEXT NOT NULL,
    agent                TEXT NOT NULL,
    draft                TEXT NOT NULL,
    name                 TEXT NOT NULL,
    status               TEXT NOT NULL,
    revision             INTEGER NOT NULL,
    hash                 BLOB NOT NULL,
    base                 INTEGER,
    forked_from          TEXT,
    forked_from_revision INTEGER,
    restored_from        INTEGER,
    duplicated_from      TEXT,
    published_as         INTEGER,
    created_by           TEXT NOT NULL,
    created_by_name      TEXT NOT NULL,
    created_by_email     TEXT NOT NULL,
    created_at           INTEGER NOT NULL,
    updated_by           TEXT NOT NULL,
    updated_by_name      TEXT NOT NULL,
    updated_by_email     TEXT NOT NULL,
    updated_at           INTEGER NOT NULL,
    PRIMARY KEY (workspace, agent, draft),
    FOREIGN KEY (workspace, agent) REFERENCES ${t}agent (workspace, agent)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ${i}draft_newest ON ${t}draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS ${i}draft_by_status ON ${t}draft (workspace, agent, status, created_at DESC, draft);

-- Every state every draft was in.
CREATE TABLE IF NOT EXISTS ${t}draft_revision (
    workspace        TEXT NOT NULL,
    agent            TEXT NOT NULL,
    draft            TEXT NOT NULL,
    number           INTEGER NOT NULL,
    cause            TEXT NOT NULL,
    hash             BLOB NOT NULL,
    size             INTEGER NOT NULL,
    base             INTEGER,
    changed_sections TEXT NOT NULL,
    actor            TEXT NOT NULL,
    actor_name       TEXT NOT NULL,
    actor_email      TEXT NOT NULL,
    at               INTEGER NOT NULL,
    PRIMARY KEY (workspace, agent, draft, number)
) WITHOUT ROWID;

-- What was published. Nothing but the annotation, from annotation_revision on, ever changes.
CREATE TABLE IF NOT EXISTS ${t}version (
    workspace           TEXT NOT NULL,
    agent               TEXT NOT NULL,
    number              INTEGER NOT NULL,
    id                  TEXT NOT NULL,
    hash                BLOB NOT NULL,
    size                INTEGER NOT NULL,
    changed_sections    TEXT NOT NULL,
    parent              INTEGER,
    base                INTEGER,
    draft               TEXT NOT NULL,
    draft_revision      INTEGER NOT NULL,
    restored_from       INTEGER,
    duplicated_from     TEXT,
    published_by        TEXT NOT NULL,
    published_by_name   TEXT NOT NULL,
    published_by_email  TEXT NOT NULL,
    published_at        INTEGER NOT NULL,
    annotation_revision INTEGER NOT NULL,
    label               TEXT NOT NULL,
    description         TEXT NOT NULL,
    pinned              INTEGER NOT NULL,
    archived            INTEGER NOT NULL,
    annotated_by        TEXT NOT NULL,
    annotated_by_name   TEXT NOT NULL,
    annotated_by_email  TEXT NOT NULL,
    annotated_at        INTEGER NOT NULL,
    PRIMARY KEY (workspace, agent, number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS ${i}version_by_id ON ${t}version (workspace, agent, id);

-- Which environment served what since when. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}deployment (
    workspace        TEXT NOT NULL,
    agent            TEXT NOT NULL,
    number           INTEGER NOT NULL,
    environment      TEXT NOT NULL,
    version          INTEGER,
    cause            TEXT NOT NULL,
    actor            TEXT NOT NULL,
    actor_name       TEXT NOT NULL,
    actor_email      TEXT NOT NULL,
    at               INTEGER NOT NULL,
    earliest_at      INTEGER,
    reason           TEXT NOT NULL,
    replaced         INTEGER,
    replaced_version INTEGER,
    source           INTEGER,
    PRIMARY KEY (workspace, agent, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ${i}deployment_by_time ON ${t}deployment (workspace, agent, environment, at, number);
CREATE INDEX IF NOT EXISTS ${i}deployment_by_version ON ${t}deployment (workspace, agent, version, environment, number);

-- What each environment of an agent is like now.
CREATE TABLE IF NOT EXISTS ${t}environment (
    workspace       TEXT NOT NULL,
    agent           TEXT NOT NULL,
    name            TEXT NOT NULL,
    deployment      INTEGER,
    version         INTEGER,
    snapshot_hash   BLOB,
    published_at    INTEGER,
    page            INTEGER NOT NULL,
    variables_hash  BLOB,
    schema_hash     BLOB,
    page_at         INTEGER,
    frozen_by       TEXT,
    frozen_by_name  TEXT,
    frozen_by_email TEXT,
    frozen_at       INTEGER,
    frozen_reason   TEXT,
    PRIMARY KEY (workspace, agent, name),
    FOREIGN KEY (workspace, agent) REFERENCES ${t}agent (workspace, agent)
) WITHOUT ROWID;

-- What the config page of an environment was like at each of its revisions. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}page_revision (
    workspace          TEXT NOT NULL,
    agent              TEXT NOT NULL,
    environment        TEXT NOT NULL,
    number             INTEGER NOT NULL,
    cause              TEXT NOT NULL,
    source_environment TEXT,
    source_revision    INTEGER,
    variables_hash     BLOB NOT NULL,
    schema_hash        BLOB NOT NULL,
    changed_variables  TEXT NOT NULL,
    actor              TEXT NOT NULL,
    actor_name         TEXT NOT NULL,
    actor_email        TEXT NOT NULL,
    at                 INTEGER NOT NULL,
    PRIMARY KEY (workspace, agent, environment, number)
) WITHOUT ROWID;

-- Every content of an agent, once, under its hash.
CREATE TABLE IF NOT EXISTS ${t}content (
    workspace TEXT NOT NULL,
    agent     TEXT NOT NULL,
    hash      BLOB NOT NULL,
    base      BLOB,
    encoding  INTEGER NOT NULL,
    bytes     BLOB,
    large     BLOB,
    PRIMARY KEY (workspace, agent, hash)
);

-- Who did what when. Rows are only ever added, and stay when the agent is deleted.
CREATE TABLE IF NOT EXISTS ${t}audit (
    workspace   TEXT NOT NULL,
    agent       TEXT NOT NULL,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    earliest_at INTEGER,
    actor       TEXT NOT NULL,
    actor_name  TEXT NOT NULL,
    actor_email TEXT NOT NULL,
    action      TEXT NOT NULL,
    draft       TEXT,
    revision    INTEGER,
    version     INTEGER,
    environment TEXT,
    deployment  INTEGER,
    changed     INTEGER NOT NULL,
    changes     TEXT NOT NULL,
    request     TEXT,
    asked       BLOB,
    PRIMARY KEY (workspace, agent, number)
) WITHOUT ROWID;
-- Read backwards. In the order of time it grows at its end, where it leaves no pages half empty.
CREATE INDEX IF NOT EXISTS ${i}audit_newest ON ${t}audit (workspace, at, agent DESC, number);
CREATE UNIQUE INDEX IF NOT EXISTS ${i}audit_by_request ON ${t}audit (workspace, agent, request) WHERE request IS NOT NULL;

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS ${t}format (number INTEGER NOT NULL PRIMARY KEY);
