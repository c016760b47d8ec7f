-- The tables of Stet, format ${format}, for H2.
-- The types are named so that they are the same in other compatibility modes, and under IGNORECASE.
-- H2 reads an index in no other direction than its own, and makes an index of its own for every foreign key: so keys that
-- lists run over backwards are unique indexes with their last column descending, and there are no foreign keys.
-- Times are microseconds since 1970-01-01T00:00Z. docs/schema.md explains every column.

-- One row per agent. A deleted agent keeps its row with nothing but its id and the revision of its head.
CREATE TABLE IF NOT EXISTS ${t}agent (
    workspace         VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent             VARCHAR_CASESENSITIVE(128) NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       INTEGER,
    leap_from         BIGINT,
    leap_until        BIGINT,
    name              VARCHAR_CASESENSITIVE,
    name_folded       VARCHAR_CASESENSITIVE,
    name_order        VARBINARY(800),
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
CREATE INDEX IF NOT EXISTS ${t}agent_newest ON ${t}agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS ${t}agent_by_name ON ${t}agent (workspace, name_order, agent);

-- Working copies, and what became of them.
CREATE TABLE IF NOT EXISTS ${t}draft (
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
CREATE INDEX IF NOT EXISTS ${t}draft_newest ON ${t}draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS ${t}draft_by_status ON ${t}draft (workspace, agent, status, created_at DESC, draft);

-- Every state every draft was in.
CREATE TABLE IF NOT EXISTS ${t}draft_revision (
    workspace        VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent            VARCHAR_CASESENSITIVE(128) NOT NULL,
    draft            VARCHAR_CASESENSITIVE(128) NOT NULL,
    number           BIGINT NOT NULL,
    cause            VARCHAR_CASESENSITIVE(40) NOT NULL,
    hash             BINARY(32) NOT NULL,
    size             INTEGER NOT NULL,
    base             BIGINT,
    changed_sections VARCHAR_CASESENSITIVE NOT NULL,
    actor            VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_name       VARCHAR_CASESENSITIVE(400) NOT NULL,
    actor_email      VARCHAR_CASESENSITIVE(400) NOT NULL,
    at               BIGINT NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS ${t}draft_revision_key ON ${t}draft_revision (workspace, agent, draft, number DESC);

-- What was published. Nothing but the annotation, from annotation_revision on, ever changes.
CREATE TABLE IF NOT EXISTS ${t}version (
    workspace           VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent               VARCHAR_CASESENSITIVE(128) NOT NULL,
    number              BIGINT NOT NULL,
    id                  VARCHAR_CASESENSITIVE(128) NOT NULL,
    hash                BINARY(32) NOT NULL,
    size                INTEGER NOT NULL,
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
CREATE UNIQUE INDEX IF NOT EXISTS ${t}version_key ON ${t}version (workspace, agent, number DESC);
CREATE UNIQUE INDEX IF NOT EXISTS ${t}version_by_id ON ${t}version (workspace, agent, id);

-- Which environment served what since when. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}deployment (
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
CREATE UNIQUE INDEX IF NOT EXISTS ${t}deployment_key ON ${t}deployment (workspace, agent, number DESC);
CREATE INDEX IF NOT EXISTS ${t}deployment_by_time ON ${t}deployment (workspace, agent, environment, at DESC, number DESC);
CREATE INDEX IF NOT EXISTS ${t}deployment_by_version ON ${t}deployment (workspace, agent, version, environment, number DESC);

-- What each environment of an agent is like now.
CREATE TABLE IF NOT EXISTS ${t}environment (
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

-- What the config page of an environment was like at each of its revisions. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}page_revision (
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
CREATE UNIQUE INDEX IF NOT EXISTS ${t}page_revision_key ON ${t}page_revision (workspace, agent, environment, number DESC);

-- Every content of an agent, once, under its hash.
CREATE TABLE IF NOT EXISTS ${t}content (
    workspace VARCHAR_CASESENSITIVE(128) NOT NULL,
    agent     VARCHAR_CASESENSITIVE(128) NOT NULL,
    hash      BINARY(32) NOT NULL,
    base      BINARY(32),
    encoding  INTEGER NOT NULL,
    bytes     BINARY VARYING(1048576),
    large     BINARY LARGE OBJECT,
    PRIMARY KEY (workspace, agent, hash)
);

-- Who did what when. Rows are only ever added, and stay when the agent is deleted.
CREATE TABLE IF NOT EXISTS ${t}audit (
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
    asked       BINARY(32)
);
CREATE UNIQUE INDEX IF NOT EXISTS ${t}audit_key ON ${t}audit (workspace, agent, number DESC);
CREATE INDEX IF NOT EXISTS ${t}audit_newest ON ${t}audit (workspace, at DESC, agent, number DESC);
CREATE UNIQUE INDEX IF NOT EXISTS ${t}audit_by_request ON ${t}audit (workspace, agent, request);

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS ${t}format (number INTEGER NOT NULL PRIMARY KEY);
