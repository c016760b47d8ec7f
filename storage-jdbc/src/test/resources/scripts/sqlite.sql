-- The tables of Stet, format 1, for SQLite. docs/schema.md explains every column.
-- Without a row id of their own, the rows of one owner lie together. Tables with large values have one:
-- there a row would not fit between its neighbours.
-- Lists that begin with their highest values read an index backwards: it grows at its end, where it leaves no
-- pages half empty.

-- A row is the head of all that belongs to it. When it is deleted, its key and its revision stay.
CREATE TABLE IF NOT EXISTS stet_agent (
    workspace         TEXT NOT NULL,
    agent             TEXT NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       BIGINT,
    served_in         TEXT,
    leap_from         BIGINT,
    leap_until        BIGINT,
    name              TEXT,
    name_folded       TEXT,
    name_order        BLOB,
    description       TEXT,
    kind              TEXT,
    tags              TEXT,
    status            TEXT,
    revision          BIGINT,
    duplicated_from   TEXT,
    created_by        TEXT,
    created_by_name   TEXT,
    created_by_email  TEXT,
    created_at        BIGINT,
    updated_by        TEXT,
    updated_by_name   TEXT,
    updated_by_email  TEXT,
    updated_at        BIGINT,
    PRIMARY KEY (workspace, agent)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stet_agent_newest ON stet_agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS stet_agent_by_name ON stet_agent (workspace, name_order, agent);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft (
    workspace            TEXT NOT NULL,
    agent                TEXT NOT NULL,
    draft                TEXT NOT NULL,
    name                 TEXT NOT NULL,
    status               TEXT NOT NULL,
    revision             BIGINT NOT NULL,
    hash                 BLOB NOT NULL,
    base                 BIGINT,
    forked_from          TEXT,
    forked_from_revision BIGINT,
    restored_from        BIGINT,
    duplicated_from      TEXT,
    published_as         BIGINT,
    created_by           TEXT NOT NULL,
    created_by_name      TEXT NOT NULL,
    created_by_email     TEXT NOT NULL,
    created_at           BIGINT NOT NULL,
    updated_by           TEXT NOT NULL,
    updated_by_name      TEXT NOT NULL,
    updated_by_email     TEXT NOT NULL,
    updated_at           BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stet_draft_newest ON stet_draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS stet_draft_by_status ON stet_draft (workspace, agent, status, created_at DESC, draft);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft_revision (
    workspace        TEXT NOT NULL,
    agent            TEXT NOT NULL,
    draft            TEXT NOT NULL,
    number           BIGINT NOT NULL,
    cause            TEXT NOT NULL,
    hash             BLOB NOT NULL,
    size             BIGINT NOT NULL,
    base             BIGINT,
    changed_sections TEXT NOT NULL,
    actor            TEXT NOT NULL,
    actor_name       TEXT NOT NULL,
    actor_email      TEXT NOT NULL,
    at               BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft, number)
) WITHOUT ROWID;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_version (
    workspace           TEXT NOT NULL,
    agent               TEXT NOT NULL,
    number              BIGINT NOT NULL,
    id                  TEXT NOT NULL,
    hash                BLOB NOT NULL,
    size                BIGINT NOT NULL,
    changed_sections    TEXT NOT NULL,
    parent              BIGINT,
    base                BIGINT,
    draft               TEXT NOT NULL,
    draft_revision      BIGINT NOT NULL,
    restored_from       BIGINT,
    duplicated_from     TEXT,
    published_by        TEXT NOT NULL,
    published_by_name   TEXT NOT NULL,
    published_by_email  TEXT NOT NULL,
    published_at        BIGINT NOT NULL,
    annotation_revision BIGINT NOT NULL,
    label               TEXT NOT NULL,
    description         TEXT NOT NULL,
    pinned              BOOLEAN NOT NULL,
    archived            BOOLEAN NOT NULL,
    annotated_by        TEXT NOT NULL,
    annotated_by_name   TEXT NOT NULL,
    annotated_by_email  TEXT NOT NULL,
    annotated_at        BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS stet_version_by_id ON stet_version (workspace, agent, id);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_deployment (
    workspace        TEXT NOT NULL,
    agent            TEXT NOT NULL,
    number           BIGINT NOT NULL,
    environment      TEXT NOT NULL,
    version          BIGINT,
    cause            TEXT NOT NULL,
    actor            TEXT NOT NULL,
    actor_name       TEXT NOT NULL,
    actor_email      TEXT NOT NULL,
    at               BIGINT NOT NULL,
    earliest_at      BIGINT,
    reason           TEXT NOT NULL,
    replaced         BIGINT,
    replaced_version BIGINT,
    source           BIGINT,
    PRIMARY KEY (workspace, agent, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stet_deployment_by_time ON stet_deployment (workspace, agent, environment DESC, at, number);
CREATE INDEX IF NOT EXISTS stet_deployment_by_version ON stet_deployment (workspace, agent, version DESC, environment DESC, number) WHERE version IS NOT NULL;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_environment (
    workspace       TEXT NOT NULL,
    agent           TEXT NOT NULL,
    name            TEXT NOT NULL,
    deployment      BIGINT,
    version         BIGINT,
    snapshot_hash   BLOB,
    published_at    BIGINT,
    page            BIGINT NOT NULL,
    variables_hash  BLOB,
    schema_hash     BLOB,
    page_at         BIGINT,
    frozen_by       TEXT,
    frozen_by_name  TEXT,
    frozen_by_email TEXT,
    frozen_at       BIGINT,
    frozen_reason   TEXT,
    PRIMARY KEY (workspace, agent, name)
) WITHOUT ROWID;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_page_revision (
    workspace          TEXT NOT NULL,
    agent              TEXT NOT NULL,
    environment        TEXT NOT NULL,
    number             BIGINT NOT NULL,
    cause              TEXT NOT NULL,
    source_environment TEXT,
    source_revision    BIGINT,
    variables_hash     BLOB NOT NULL,
    schema_hash        BLOB NOT NULL,
    changed_variables  TEXT NOT NULL,
    actor              TEXT NOT NULL,
    actor_name         TEXT NOT NULL,
    actor_email        TEXT NOT NULL,
    at                 BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, environment, number)
) WITHOUT ROWID;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_content (
    workspace TEXT NOT NULL,
    agent     TEXT NOT NULL,
    hash      BLOB NOT NULL,
    base      BLOB,
    encoding  BIGINT NOT NULL,
    length    BIGINT NOT NULL,
    bytes     BLOB NOT NULL,
    PRIMARY KEY (workspace, agent, hash)
);

-- Rows of agent, which stay when that is deleted.
CREATE TABLE IF NOT EXISTS stet_audit (
    workspace   TEXT NOT NULL,
    agent       TEXT NOT NULL,
    number      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    earliest_at BIGINT,
    actor       TEXT NOT NULL,
    actor_name  TEXT NOT NULL,
    actor_email TEXT NOT NULL,
    action      TEXT NOT NULL,
    draft       TEXT,
    revision    BIGINT,
    version     BIGINT,
    environment TEXT,
    deployment  BIGINT,
    changed     BOOLEAN NOT NULL,
    changes     TEXT NOT NULL,
    request     TEXT,
    asked       BLOB,
    receipt     TEXT,
    PRIMARY KEY (workspace, agent, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS stet_audit_newest ON stet_audit (workspace, at, agent DESC, number);
CREATE UNIQUE INDEX IF NOT EXISTS stet_audit_by_request ON stet_audit (workspace, agent, request) WHERE request IS NOT NULL;

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS stet_format (number INTEGER NOT NULL PRIMARY KEY);
INSERT INTO stet_format (number) SELECT 1 FROM (SELECT 1 AS one) AS always WHERE (SELECT COUNT(*) FROM stet_format) = 0;
