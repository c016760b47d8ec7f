-- The tables of Stet, format 1, for PostgreSQL. docs/schema.md explains every column.
-- Texts are COLLATE "C": equal where their bytes are, whatever the database's collation.
-- Lists that begin with their highest values read an index backwards: it grows at its end, where it leaves no
-- pages half empty.

-- A row is the head of all that belongs to it. When it is deleted, its key and its revision stay.
CREATE TABLE IF NOT EXISTS stet_agent (
    workspace         VARCHAR(128) COLLATE "C" NOT NULL,
    agent             VARCHAR(128) COLLATE "C" NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       BIGINT,
    served_in         TEXT COLLATE "C",
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
    duplicated_from   VARCHAR(600) COLLATE "C",
    created_by        VARCHAR(400) COLLATE "C",
    created_by_name   VARCHAR(400) COLLATE "C",
    created_by_email  VARCHAR(400) COLLATE "C",
    created_at        BIGINT,
    updated_by        VARCHAR(400) COLLATE "C",
    updated_by_name   VARCHAR(400) COLLATE "C",
    updated_by_email  VARCHAR(400) COLLATE "C",
    updated_at        BIGINT,
    PRIMARY KEY (workspace, agent)
);
CREATE INDEX IF NOT EXISTS stet_agent_newest ON stet_agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS stet_agent_by_name ON stet_agent (workspace, name_order, agent);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft (
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
    duplicated_from      VARCHAR(600) COLLATE "C",
    published_as         BIGINT,
    created_by           VARCHAR(400) COLLATE "C" NOT NULL,
    created_by_name      VARCHAR(400) COLLATE "C" NOT NULL,
    created_by_email     VARCHAR(400) COLLATE "C" NOT NULL,
    created_at           BIGINT NOT NULL,
    updated_by           VARCHAR(400) COLLATE "C" NOT NULL,
    updated_by_name      VARCHAR(400) COLLATE "C" NOT NULL,
    updated_by_email     VARCHAR(400) COLLATE "C" NOT NULL,
    updated_at           BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft)
);
CREATE INDEX IF NOT EXISTS stet_draft_newest ON stet_draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS stet_draft_by_status ON stet_draft (workspace, agent, status, created_at DESC, draft);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft_revision (
    workspace        VARCHAR(128) COLLATE "C" NOT NULL,
    agent            VARCHAR(128) COLLATE "C" NOT NULL,
    draft            VARCHAR(128) COLLATE "C" NOT NULL,
    number           BIGINT NOT NULL,
    cause            VARCHAR(40) COLLATE "C" NOT NULL,
    hash             BYTEA NOT NULL,
    size             BIGINT NOT NULL,
    base             BIGINT,
    changed_sections TEXT COLLATE "C" NOT NULL,
    actor            VARCHAR(400) COLLATE "C" NOT NULL,
    actor_name       VARCHAR(400) COLLATE "C" NOT NULL,
    actor_email      VARCHAR(400) COLLATE "C" NOT NULL,
    at               BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft, number)
);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_version (
    workspace           VARCHAR(128) COLLATE "C" NOT NULL,
    agent               VARCHAR(128) COLLATE "C" NOT NULL,
    number              BIGINT NOT NULL,
    id                  VARCHAR(128) COLLATE "C" NOT NULL,
    hash                BYTEA NOT NULL,
    size                BIGINT NOT NULL,
    changed_sections    TEXT COLLATE "C" NOT NULL,
    parent              BIGINT,
    base                BIGINT,
    draft               VARCHAR(128) COLLATE "C" NOT NULL,
    draft_revision      BIGINT NOT NULL,
    restored_from       BIGINT,
    duplicated_from     VARCHAR(600) COLLATE "C",
    published_by        VARCHAR(400) COLLATE "C" NOT NULL,
    published_by_name   VARCHAR(400) COLLATE "C" NOT NULL,
    published_by_email  VARCHAR(400) COLLATE "C" NOT NULL,
    published_at        BIGINT NOT NULL,
    annotation_revision BIGINT NOT NULL,
    label               TEXT COLLATE "C" NOT NULL,
    description         TEXT COLLATE "C" NOT NULL,
    pinned              BOOLEAN NOT NULL,
    archived            BOOLEAN NOT NULL,
    annotated_by        VARCHAR(400) COLLATE "C" NOT NULL,
    annotated_by_name   VARCHAR(400) COLLATE "C" NOT NULL,
    annotated_by_email  VARCHAR(400) COLLATE "C" NOT NULL,
    annotated_at        BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, number)
);
CREATE UNIQUE INDEX IF NOT EXISTS stet_version_by_id ON stet_version (workspace, agent, id);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_deployment (
    workspace        VARCHAR(128) COLLATE "C" NOT NULL,
    agent            VARCHAR(128) COLLATE "C" NOT NULL,
    number           BIGINT NOT NULL,
    environment      VARCHAR(64) COLLATE "C" NOT NULL,
    version          BIGINT,
    cause            VARCHAR(40) COLLATE "C" NOT NULL,
    actor            VARCHAR(400) COLLATE "C" NOT NULL,
    actor_name       VARCHAR(400) COLLATE "C" NOT NULL,
    actor_email      VARCHAR(400) COLLATE "C" NOT NULL,
    at               BIGINT NOT NULL,
    earliest_at      BIGINT,
    reason           TEXT COLLATE "C" NOT NULL,
    replaced         BIGINT,
    replaced_version BIGINT,
    source           BIGINT,
    PRIMARY KEY (workspace, agent, number)
);
CREATE INDEX IF NOT EXISTS stet_deployment_by_time ON stet_deployment (workspace, agent, environment DESC, at, number);
CREATE INDEX IF NOT EXISTS stet_deployment_by_version ON stet_deployment (workspace, agent, version DESC, environment DESC, number) WHERE version IS NOT NULL;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_environment (
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
    frozen_by       VARCHAR(400) COLLATE "C",
    frozen_by_name  VARCHAR(400) COLLATE "C",
    frozen_by_email VARCHAR(400) COLLATE "C",
    frozen_at       BIGINT,
    frozen_reason   TEXT COLLATE "C",
    PRIMARY KEY (workspace, agent, name)
);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_page_revision (
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
    actor              VARCHAR(400) COLLATE "C" NOT NULL,
    actor_name         VARCHAR(400) COLLATE "C" NOT NULL,
    actor_email        VARCHAR(400) COLLATE "C" NOT NULL,
    at                 BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, environment, number)
);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_content (
    workspace VARCHAR(128) COLLATE "C" NOT NULL,
    agent     VARCHAR(128) COLLATE "C" NOT NULL,
    hash      BYTEA NOT NULL,
    base      BYTEA,
    encoding  BIGINT NOT NULL,
    length    BIGINT NOT NULL,
    bytes     BYTEA NOT NULL,
    PRIMARY KEY (workspace, agent, hash)
);

-- Rows of agent, which stay when that is deleted.
CREATE TABLE IF NOT EXISTS stet_audit (
    workspace   VARCHAR(128) COLLATE "C" NOT NULL,
    agent       VARCHAR(128) COLLATE "C" NOT NULL,
    number      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    earliest_at BIGINT,
    actor       VARCHAR(400) COLLATE "C" NOT NULL,
    actor_name  VARCHAR(400) COLLATE "C" NOT NULL,
    actor_email VARCHAR(400) COLLATE "C" NOT NULL,
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
    receipt     TEXT COLLATE "C",
    PRIMARY KEY (workspace, agent, number)
);
CREATE INDEX IF NOT EXISTS stet_audit_newest ON stet_audit (workspace, at, agent DESC, number);
CREATE UNIQUE INDEX IF NOT EXISTS stet_audit_by_request ON stet_audit (workspace, agent, request) WHERE request IS NOT NULL;

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS stet_format (number INTEGER NOT NULL PRIMARY KEY);
INSERT INTO stet_format (number) SELECT 1 FROM (SELECT 1 AS one) AS always WHERE (SELECT COUNT(*) FROM stet_format) = 0;
