-- The tables of Stet, format 1, for H2. docs/schema.md explains every column.
-- The types are named so that they are the same in other compatibility modes, and under IGNORECASE.
-- H2 reads an index in no other direction than its own: so keys that lists run over backwards are unique
-- indexes with a descending column. It keeps at most 1 MiB of a value within a row: bytes of any length are in
-- two columns, of which one is filled.

-- A row is the head of all that belongs to it. When it is deleted, its key and its revision stay.
CREATE TABLE IF NOT EXISTS stet_agent (
    workspace         VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent             VARCHAR_CASESENSITIVE(128) NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       BIGINT,
    served_in         VARCHAR_CASESENSITIVE,
    leap_from         BIGINT,
    leap_until        BIGINT,
    name              VARCHAR_CASESENSITIVE,
    name_folded       VARCHAR_CASESENSITIVE,
    name_order        BINARY VARYING(800),
    description       VARCHAR_CASESENSITIVE,
    kind              VARCHAR_CASESENSITIVE,
    tags              VARCHAR_CASESENSITIVE,
    status            VARCHAR_CASESENSITIVE(40),
    revision          BIGINT,
    duplicated_from   VARCHAR_CASESENSITIVE(600),
    created_by        VARCHAR_CASESENSITIVE(400),
    created_by_name   VARCHAR_CASESENSITIVE(400),
    created_by_email  VARCHAR_CASESENSITIVE(400),
    created_at        BIGINT,
    updated_by        VARCHAR_CASESENSITIVE(400),
    updated_by_name   VARCHAR_CASESENSITIVE(400),
    updated_by_email  VARCHAR_CASESENSITIVE(400),
    updated_at        BIGINT,
    PRIMARY KEY (workspace, agent)
);
CREATE INDEX IF NOT EXISTS stet_agent_newest ON stet_agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS stet_agent_by_name ON stet_agent (workspace, name_order, agent);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft (
    workspace            VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent                VARCHAR_CASESENSITIVE(128) NOT NULL,
    draft                VARCHAR_CASESENSITIVE(128) NOT NULL,
    name                 VARCHAR_CASESENSITIVE NOT NULL,
    status               VARCHAR_CASESENSITIVE(40) NOT NULL,
    revision             BIGINT NOT NULL,
    hash                 BINARY(32) NOT NULL,
    base                 BIGINT,
    forked_from          VARCHAR_CASESENSITIVE(128),
    forked_from_revision BIGINT,
    restored_from        BIGINT,
    duplicated_from      VARCHAR_CASESENSITIVE(600),
    published_as         BIGINT,
    created_by           VARCHAR_CASESENSITIVE(400) NOT NULL,
    created_by_name      VARCHAR_CASESENSITIVE(400) NOT NULL,
    created_by_email     VARCHAR_CASESENSITIVE(400) NOT NULL,
    created_at           BIGINT NOT NULL,
    updated_by           VARCHAR_CASESENSITIVE(400) NOT NULL,
    updated_by_name      VARCHAR_CASESENSITIVE(400) NOT NULL,
    updated_by_email     VARCHAR_CASESENSITIVE(400) NOT NULL,
    updated_at           BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft)
);
CREATE INDEX IF NOT EXISTS stet_draft_newest ON stet_draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS stet_draft_by_status ON stet_draft (workspace, agent, status, created_at DESC, draft);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft_revision (
    workspace        VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent            VARCHAR_CASESENSITIVE(128) NOT NULL,
    draft            VARCHAR_CASESENSITIVE(128) NOT NULL,
    number           BIGINT NOT NULL,
    cause            VARCHAR_CASESENSITIVE(40) NOT NULL,
    hash             BINARY(32) NOT NULL,
    size             BIGINT NOT NULL,
    base             BIGINT,
    changed_sections VARCHAR_CASESENSITIVE NOT NULL,
    actor            VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_name       VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_email      VARCHAR_CASESENSITIVE(400) NOT NULL,
    at               BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS stet_draft_revision_key ON stet_draft_revision (workspace, agent, draft, number DESC);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_version (
    workspace           VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent               VARCHAR_CASESENSITIVE(128) NOT NULL,
    number              BIGINT NOT NULL,
    id                  VARCHAR_CASESENSITIVE(128) NOT NULL,
    hash                BINARY(32) NOT NULL,
    size                BIGINT NOT NULL,
    changed_sections    VARCHAR_CASESENSITIVE NOT NULL,
    parent              BIGINT,
    base                BIGINT,
    draft               VARCHAR_CASESENSITIVE(128) NOT NULL,
    draft_revision      BIGINT NOT NULL,
    restored_from       BIGINT,
    duplicated_from     VARCHAR_CASESENSITIVE(600),
    published_by        VARCHAR_CASESENSITIVE(400) NOT NULL,
    published_by_name   VARCHAR_CASESENSITIVE(400) NOT NULL,
    published_by_email  VARCHAR_CASESENSITIVE(400) NOT NULL,
    published_at        BIGINT NOT NULL,
    annotation_revision BIGINT NOT NULL,
    label               VARCHAR_CASESENSITIVE NOT NULL,
    description         VARCHAR_CASESENSITIVE NOT NULL,
    pinned              BOOLEAN NOT NULL,
    archived            BOOLEAN NOT NULL,
    annotated_by        VARCHAR_CASESENSITIVE(400) NOT NULL,
    annotated_by_name   VARCHAR_CASESENSITIVE(400) NOT NULL,
    annotated_by_email  VARCHAR_CASESENSITIVE(400) NOT NULL,
    annotated_at        BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS stet_version_key ON stet_version (workspace, agent, number DESC);
CREATE UNIQUE INDEX IF NOT EXISTS stet_version_by_id ON stet_version (workspace, agent, id);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_deployment (
    workspace        VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent            VARCHAR_CASESENSITIVE(128) NOT NULL,
    number           BIGINT NOT NULL,
    environment      VARCHAR_CASESENSITIVE(64) NOT NULL,
    version          BIGINT,
    cause            VARCHAR_CASESENSITIVE(40) NOT NULL,
    actor            VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_name       VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_email      VARCHAR_CASESENSITIVE(400) NOT NULL,
    at               BIGINT NOT NULL,
    earliest_at      BIGINT,
    reason           VARCHAR_CASESENSITIVE NOT NULL,
    replaced         BIGINT,
    replaced_version BIGINT,
    source           BIGINT
);
CREATE UNIQUE INDEX IF NOT EXISTS stet_deployment_key ON stet_deployment (workspace, agent, number DESC);
CREATE INDEX IF NOT EXISTS stet_deployment_by_time ON stet_deployment (workspace, agent, environment, at DESC, number DESC);
CREATE INDEX IF NOT EXISTS stet_deployment_by_version ON stet_deployment (workspace, agent, version, environment, number DESC);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_environment (
    workspace       VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent           VARCHAR_CASESENSITIVE(128) NOT NULL,
    name            VARCHAR_CASESENSITIVE(64) NOT NULL,
    deployment      BIGINT,
    version         BIGINT,
    snapshot_hash   BINARY(32),
    published_at    BIGINT,
    page            BIGINT NOT NULL,
    variables_hash  BINARY(32),
    schema_hash     BINARY(32),
    page_at         BIGINT,
    frozen_by       VARCHAR_CASESENSITIVE(400),
    frozen_by_name  VARCHAR_CASESENSITIVE(400),
    frozen_by_email VARCHAR_CASESENSITIVE(400),
    frozen_at       BIGINT,
    frozen_reason   VARCHAR_CASESENSITIVE,
    PRIMARY KEY (workspace, agent, name)
);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_page_revision (
    workspace          VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent              VARCHAR_CASESENSITIVE(128) NOT NULL,
    environment        VARCHAR_CASESENSITIVE(64) NOT NULL,
    number             BIGINT NOT NULL,
    cause              VARCHAR_CASESENSITIVE(40) NOT NULL,
    source_environment VARCHAR_CASESENSITIVE(64),
    source_revision    BIGINT,
    variables_hash     BINARY(32) NOT NULL,
    schema_hash        BINARY(32) NOT NULL,
    changed_variables  VARCHAR_CASESENSITIVE NOT NULL,
    actor              VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_name         VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_email        VARCHAR_CASESENSITIVE(400) NOT NULL,
    at                 BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS stet_page_revision_key ON stet_page_revision (workspace, agent, environment, number DESC);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_content (
    workspace   VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent       VARCHAR_CASESENSITIVE(128) NOT NULL,
    hash        BINARY(32) NOT NULL,
    base        BINARY(32),
    encoding    BIGINT NOT NULL,
    length      BIGINT NOT NULL,
    bytes       BINARY VARYING(1048576),
    bytes_large BINARY LARGE OBJECT,
    PRIMARY KEY (workspace, agent, hash)
);

-- Rows of agent, which stay when that is deleted.
CREATE TABLE IF NOT EXISTS stet_audit (
    workspace   VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent       VARCHAR_CASESENSITIVE(128) NOT NULL,
    number      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    earliest_at BIGINT,
    actor       VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_name  VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_email VARCHAR_CASESENSITIVE(400) NOT NULL,
    action      VARCHAR_CASESENSITIVE(40) NOT NULL,
    draft       VARCHAR_CASESENSITIVE(128),
    revision    BIGINT,
    version     BIGINT,
    environment VARCHAR_CASESENSITIVE(64),
    deployment  BIGINT,
    changed     BOOLEAN NOT NULL,
    changes     VARCHAR_CASESENSITIVE NOT NULL,
    request     VARCHAR_CASESENSITIVE(128),
    asked       BINARY(32),
    receipt     VARCHAR_CASESENSITIVE
);
CREATE UNIQUE INDEX IF NOT EXISTS stet_audit_key ON stet_audit (workspace, agent, number DESC);
CREATE INDEX IF NOT EXISTS stet_audit_newest ON stet_audit (workspace, at DESC, agent, number DESC);
CREATE UNIQUE INDEX IF NOT EXISTS stet_audit_by_request ON stet_audit (workspace, agent, request);

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS stet_format (number INTEGER NOT NULL PRIMARY KEY);
INSERT INTO stet_format (number) SELECT 1 FROM (SELECT 1 AS one) AS always WHERE (SELECT COUNT(*) FROM stet_format) = 0;
