-- The tables of Stet, format ${format}, for PostgreSQL.
-- Texts are COLLATE "C": equal where their bytes are, whatever the database's collation.
-- Times are microseconds since 1970-01-01T00:00Z. docs/schema.md explains every column.

-- One row per agent. A deleted agent keeps its row with nothing but its id and the revision of its head.
CREATE TABLE IF NOT EXISTS ${t}agent (
    workspace         VARCHAR(128) COLLATE "C" NOT NULL,
    agent             VARCHAR(128) COLLATE "C" NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       INTEGER,
    leap_from         BIGINT,
    leap_until        BIGINT,
    name              TEXT COLLATE "C",
    name_folded       TEXT COLLATE "C",
    name_order        BYTEA,
    description       TEXT COLLATE "C",
    kind              TEXT COLLATE "C",
    tags              TEXT COLLATE "C",
    status            VARCHAR(40) COLLATE "C",
    revision          BIGINT,
    duplicated_from   TEXT COLLATE "C",
    created_by        TEXT COLLATE "C",
    created_by_name   TEXT COLLATE "C",
    created_by_email  TEXT COLLATE "C",
    created_at        BIGINT,
    updated_by        TEXT COLLATE "C",
    updated_by_name   TEXT COLLATE "C",
    updated_by_email  TEXT COLLATE "C",
    updated_at        BIGINT,
    PRIMARY KEY (workspace, agent)
);
CREATE INDEX IF NOT EXISTS ${i}agent_newest ON ${t}agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS ${i}agent_by_name ON ${t}agent (workspace, name_order, agent);

-- Working copies, and what became of them.
CREATE TABLE IF NOT EXISTS ${t}draft (
    workspace            VARCHAR(128) COLLATE "C" NOT NULL,
    agent                VARCHAR(128) COLLATE "C" NOT NULL,
    draft                VARCHAR(128) COLLATE "C" NOT NULL,
    name                 TEXT COLLATE "C" NOT NULL,
    status               VARCHAR(40) COLLATE "C" NOT NULL,
    revision             BIGINT NOT NULL,
    hash                 BYTEA NOT NULL,
    base                 BIGINT,
    forked_from          VARCHAR(128) COLLATE "C",
    forked_from_revision BIGINT,
    restored_from        BIGINT,
    duplicated_from      TEXT COLLATE "C",
    published_as         BIGINT,
    created_by           TEXT COLLATE "C" NOT NULL,
    created_by_name      TEXT COLLATE "C" NOT NULL,
    created_by_email     TEXT COLLATE "C" NOT NULL,
    created_at           BIGINT NOT NULL,
    updated_by           TEXT COLLATE "C" NOT NULL,
    updated_by_name      TEXT COLLATE "C" NOT NULL,
    updated_by_email     TEXT COLLATE "C" NOT NULL,
    updated_at           BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft),
    FOREIGN KEY (workspace, agent) REFERENCES ${t}agent (workspace, agent)
);
CREATE INDEX IF NOT EXISTS ${i}draft_newest ON ${t}draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS ${i}draft_by_status ON ${t}draft (workspace, agent, status, created_at DESC, draft);

-- Every state every draft was in.
CREATE TABLE IF NOT EXISTS ${t}draft_revision (
    workspace        VARCHAR(128) COLLATE "C" NOT NULL,
    agent            VARCHAR(128) COLLATE "C" NOT NULL,
    draft            VARCHAR(128) COLLATE "C" NOT NULL,
    number           BIGINT NOT NULL,
    cause            VARCHAR(40) COLLATE "C" NOT NULL,
    hash             BYTEA NOT NULL,
    size             INTEGER NOT NULL,
    base             BIGINT,
    changed_sections TEXT COLLATE "C" NOT NULL,
    actor            TEXT COLLATE "C" NOT NULL,
    actor_name       TEXT COLLATE "C" NOT NULL,
    actor_email      TEXT COLLATE "C" NOT NULL,
    at               BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft, number)
);

-- What was published. Nothing but the annotation, from annotation_revision on, ever changes.
CREATE TABLE IF NOT EXISTS ${t}version (
    workspace           VARCHAR(128) COLLATE "C" NOT NULL,
    agent               VARCHAR(128) COLLATE "C" NOT NULL,
    number              BIGINT NOT NULL,
    id                  VARCHAR(128) COLLATE "C" NOT NULL,
    hash                BYTEA NOT NULL,
    size                INTEGER NOT NULL,
    changed_sections    TEXT COLLATE "C" NOT NULL,
    parent              BIGINT,
    base                BIGINT,
    draft               VARCHAR(128) COLLATE "C" NOT NULL,
    draft_revision      BIGINT NOT NULL,
    restored_from       BIGINT,
    duplicated_from     TEXT COLLATE "C",
    published_by        TEXT COLLATE "C" NOT NULL,
    published_by_name   TEXT COLLATE "C" NOT NULL,
    published_by_email  TEXT COLLATE "C" NOT NULL,
    published_at        BIGINT NOT NULL,
    annotation_revision BIGINT NOT NULL,
    label               TEXT COLLATE "C" NOT NULL,
    description         TEXT COLLATE "C" NOT NULL,
    pinned              BOOLEAN NOT NULL,
    archived            BOOLEAN NOT NULL,
    annotated_by        TEXT COLLATE "C" NOT NULL,
    annotated_by_name   TEXT COLLATE "C" NOT NULL,
    annotated_by_email  TEXT COLLATE "C" NOT NULL,
    annotated_at        BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, number)
);
CREATE UNIQUE INDEX IF NOT EXISTS ${i}version_by_id ON ${t}version (workspace, agent, id);

-- Which environment served what since when. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}deployment (
    workspace        VARCHAR(128) COLLATE "C" NOT NULL,
    agent            VARCHAR(128) COLLATE "C" NOT NULL,
    number           BIGINT NOT NULL,
    environment      VARCHAR(64) COLLATE "C" NOT NULL,
    version          BIGINT,
    cause            VARCHAR(40) COLLATE "C" NOT NULL,
    actor            TEXT COLLATE "C" NOT NULL,
    actor_name       TEXT COLLATE "C" NOT NULL,
    actor_email      TEXT COLLATE "C" NOT NULL,
    at               BIGINT NOT NULL,
    earliest_at      BIGINT,
    reason           TEXT COLLATE "C" NOT NULL,
    replaced         BIGINT,
    replaced_version BIGINT,
    source           BIGINT,
    PRIMARY KEY (workspace, agent, number)
);
CREATE INDEX IF NOT EXISTS ${i}deployment_by_time ON ${t}deployment (workspace, agent, environment, at, number);
CREATE INDEX IF NOT EXISTS ${i}deployment_by_version ON ${t}deployment (workspace, agent, version, environment, number);

-- What each environment of an agent is like now.
CREATE TABLE IF NOT EXISTS ${t}environment (
    workspace       VARCHAR(128) COLLATE "C" NOT NULL,
    agent           VARCHAR(128) COLLATE "C" NOT NULL,
    name            VARCHAR(64) COLLATE "C" NOT NULL,
    deployment      BIGINT,
    version         BIGINT,
    snapshot_hash   BYTEA,
    published_at    BIGINT,
    page            BIGINT NOT NULL,
    variables_hash  BYTEA,
    schema_hash     BYTEA,
    page_at         BIGINT,
    frozen_by       TEXT COLLATE "C",
    frozen_by_name  TEXT COLLATE "C",
    frozen_by_email TEXT COLLATE "C",
    frozen_at       BIGINT,
    frozen_reason   TEXT COLLATE "C",
    PRIMARY KEY (workspace, agent, name),
    FOREIGN KEY (workspace, agent) REFERENCES ${t}agent (workspace, agent)
);

-- What the config page of an environment was like at each of its revisions. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}page_revision (
    workspace          VARCHAR(128) COLLATE "C" NOT NULL,
    agent              VARCHAR(128) COLLATE "C" NOT NULL,
    environment        VARCHAR(64) COLLATE "C" NOT NULL,
    number             BIGINT NOT NULL,
    cause              VARCHAR(40) COLLATE "C" NOT NULL,
    source_environment VARCHAR(64) COLLATE "C",
    source_revision    BIGINT,
    variables_hash     BYTEA NOT NULL,
    schema_hash        BYTEA NOT NULL,
    changed_variables  TEXT COLLATE "C" NOT NULL,
    actor              TEXT COLLATE "C" NOT NULL,
    actor_name         TEXT COLLATE "C" NOT NULL,
    actor_email        TEXT COLLATE "C" NOT NULL,
    at                 BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, environment, number)
);

-- Every content of an agent, once, under its hash.
CREATE TABLE IF NOT EXISTS ${t}content (
    workspace VARCHAR(128) COLLATE "C" NOT NULL,
    agent     VARCHAR(128) COLLATE "C" NOT NULL,
    hash      BYTEA NOT NULL,
    base      BYTEA,
    encoding  INTEGER NOT NULL,
    bytes     BYTEA,
    large     BYTEA,
    PRIMARY KEY (workspace, agent, hash)
);

-- Who did what when. Rows are only ever added, and stay when the agent is deleted.
CREATE TABLE IF NOT EXISTS ${t}audit (
    workspace   VARCHAR(128) COLLATE "C" NOT NULL,
    agent       VARCHAR(128) COLLATE "C" NOT NULL,
    number      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    earliest_at BIGINT,
    actor       TEXT COLLATE "C" NOT NULL,
    actor_name  TEXT COLLATE "C" NOT NULL,
    actor_email TEXT COLLATE "C" NOT NULL,
    action      VARCHAR(40) COLLATE "C" NOT NULL,
    draft       VARCHAR(128) COLLATE "C",
    revision    BIGINT,
    version     BIGINT,
    environment VARCHAR(64) COLLATE "C",
    deployment  BIGINT,
    changed     BOOLEAN NOT NULL,
    changes     TEXT COLLATE "C" NOT NULL,
    request     VARCHAR(128) COLLATE "C",
    asked       BYTEA,
    PRIMARY KEY (workspace, agent, number)
);
-- Read backwards. In the order of time it grows at its end, where it leaves no pages half empty.
CREATE INDEX IF NOT EXISTS ${i}audit_newest ON ${t}audit (workspace, at, agent DESC, number);
CREATE UNIQUE INDEX IF NOT EXISTS ${i}audit_by_request ON ${t}audit (workspace, agent, request) WHERE request IS NOT NULL;

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS ${t}format (number INTEGER NOT NULL PRIMARY KEY);
