-- The tables of Stet, format 1, for MariaDB. docs/schema.md explains every column.
-- All texts are in the collation that compares them byte by byte without padding. InnoDB keeps the rows of
-- one owner together by the primary key.
-- Lists that begin with their highest values read an index backwards: it grows at its end, where it leaves no
-- pages half empty.

-- A row is the head of all that belongs to it. When it is deleted, its key and its revision stay.
CREATE TABLE IF NOT EXISTS stet_agent (
    workspace         VARCHAR(128) NOT NULL,
    agent             VARCHAR(128) NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       BIGINT,
    served_in         MEDIUMTEXT,
    leap_from         BIGINT,
    leap_until        BIGINT,
    name              MEDIUMTEXT,
    name_folded       MEDIUMTEXT,
    name_order        VARBINARY(800),
    description       MEDIUMTEXT,
    kind              MEDIUMTEXT,
    tags              MEDIUMTEXT,
    status            VARCHAR(40),
    revision          BIGINT,
    duplicated_from   VARCHAR(600),
    created_by        VARCHAR(400),
    created_by_name   VARCHAR(400),
    created_by_email  VARCHAR(400),
    created_at        BIGINT,
    updated_by        VARCHAR(400),
    updated_by_name   VARCHAR(400),
    updated_by_email  VARCHAR(400),
    updated_at        BIGINT,
    PRIMARY KEY (workspace, agent)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS stet_agent_newest ON stet_agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS stet_agent_by_name ON stet_agent (workspace, name_order, agent);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft (
    workspace            VARCHAR(128) NOT NULL,
    agent                VARCHAR(128) NOT NULL,
    draft                VARCHAR(128) NOT NULL,
    name                 MEDIUMTEXT NOT NULL,
    status               VARCHAR(40) NOT NULL,
    revision             BIGINT NOT NULL,
    hash                 BINARY(32) NOT NULL,
    base                 BIGINT,
    forked_from          VARCHAR(128),
    forked_from_revision BIGINT,
    restored_from        BIGINT,
    duplicated_from      VARCHAR(600),
    published_as         BIGINT,
    created_by           VARCHAR(400) NOT NULL,
    created_by_name      VARCHAR(400) NOT NULL,
    created_by_email     VARCHAR(400) NOT NULL,
    created_at           BIGINT NOT NULL,
    updated_by           VARCHAR(400) NOT NULL,
    updated_by_name      VARCHAR(400) NOT NULL,
    updated_by_email     VARCHAR(400) NOT NULL,
    updated_at           BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS stet_draft_newest ON stet_draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS stet_draft_by_status ON stet_draft (workspace, agent, status, created_at DESC, draft);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_draft_revision (
    workspace        VARCHAR(128) NOT NULL,
    agent            VARCHAR(128) NOT NULL,
    draft            VARCHAR(128) NOT NULL,
    number           BIGINT NOT NULL,
    cause            VARCHAR(40) NOT NULL,
    hash             BINARY(32) NOT NULL,
    size             BIGINT NOT NULL,
    base             BIGINT,
    changed_sections MEDIUMTEXT NOT NULL,
    actor            VARCHAR(400) NOT NULL,
    actor_name       VARCHAR(400) NOT NULL,
    actor_email      VARCHAR(400) NOT NULL,
    at               BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_version (
    workspace           VARCHAR(128) NOT NULL,
    agent               VARCHAR(128) NOT NULL,
    number              BIGINT NOT NULL,
    id                  VARCHAR(128) NOT NULL,
    hash                BINARY(32) NOT NULL,
    size                BIGINT NOT NULL,
    changed_sections    MEDIUMTEXT NOT NULL,
    parent              BIGINT,
    base                BIGINT,
    draft               VARCHAR(128) NOT NULL,
    draft_revision      BIGINT NOT NULL,
    restored_from       BIGINT,
    duplicated_from     VARCHAR(600),
    published_by        VARCHAR(400) NOT NULL,
    published_by_name   VARCHAR(400) NOT NULL,
    published_by_email  VARCHAR(400) NOT NULL,
    published_at        BIGINT NOT NULL,
    annotation_revision BIGINT NOT NULL,
    label               MEDIUMTEXT NOT NULL,
    description         MEDIUMTEXT NOT NULL,
    pinned              BOOLEAN NOT NULL,
    archived            BOOLEAN NOT NULL,
    annotated_by        VARCHAR(400) NOT NULL,
    annotated_by_name   VARCHAR(400) NOT NULL,
    annotated_by_email  VARCHAR(400) NOT NULL,
    annotated_at        BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX IF NOT EXISTS stet_version_by_id ON stet_version (workspace, agent, id);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_deployment (
    workspace        VARCHAR(128) NOT NULL,
    agent            VARCHAR(128) NOT NULL,
    number           BIGINT NOT NULL,
    environment      VARCHAR(64) NOT NULL,
    version          BIGINT,
    cause            VARCHAR(40) NOT NULL,
    actor            VARCHAR(400) NOT NULL,
    actor_name       VARCHAR(400) NOT NULL,
    actor_email      VARCHAR(400) NOT NULL,
    at               BIGINT NOT NULL,
    earliest_at      BIGINT,
    reason           MEDIUMTEXT NOT NULL,
    replaced         BIGINT,
    replaced_version BIGINT,
    source           BIGINT,
    PRIMARY KEY (workspace, agent, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS stet_deployment_by_time ON stet_deployment (workspace, agent, environment DESC, at, number);
CREATE INDEX IF NOT EXISTS stet_deployment_by_version ON stet_deployment (workspace, agent, version DESC, environment DESC, number);

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_environment (
    workspace       VARCHAR(128) NOT NULL,
    agent           VARCHAR(128) NOT NULL,
    name            VARCHAR(64) NOT NULL,
    deployment      BIGINT,
    version         BIGINT,
    snapshot_hash   BINARY(32),
    published_at    BIGINT,
    page            BIGINT NOT NULL,
    variables_hash  BINARY(32),
    schema_hash     BINARY(32),
    page_at         BIGINT,
    frozen_by       VARCHAR(400),
    frozen_by_name  VARCHAR(400),
    frozen_by_email VARCHAR(400),
    frozen_at       BIGINT,
    frozen_reason   MEDIUMTEXT,
    PRIMARY KEY (workspace, agent, name)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_page_revision (
    workspace          VARCHAR(128) NOT NULL,
    agent              VARCHAR(128) NOT NULL,
    environment        VARCHAR(64) NOT NULL,
    number             BIGINT NOT NULL,
    cause              VARCHAR(40) NOT NULL,
    source_environment VARCHAR(64),
    source_revision    BIGINT,
    variables_hash     BINARY(32) NOT NULL,
    schema_hash        BINARY(32) NOT NULL,
    changed_variables  MEDIUMTEXT NOT NULL,
    actor              VARCHAR(400) NOT NULL,
    actor_name         VARCHAR(400) NOT NULL,
    actor_email        VARCHAR(400) NOT NULL,
    at                 BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, environment, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Rows of agent.
CREATE TABLE IF NOT EXISTS stet_content (
    workspace VARCHAR(128) NOT NULL,
    agent     VARCHAR(128) NOT NULL,
    hash      BINARY(32) NOT NULL,
    base      BINARY(32),
    encoding  BIGINT NOT NULL,
    length    BIGINT NOT NULL,
    bytes     LONGBLOB NOT NULL,
    PRIMARY KEY (workspace, agent, hash)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Rows of agent, which stay when that is deleted.
CREATE TABLE IF NOT EXISTS stet_audit (
    workspace   VARCHAR(128) NOT NULL,
    agent       VARCHAR(128) NOT NULL,
    number      BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    earliest_at BIGINT,
    actor       VARCHAR(400) NOT NULL,
    actor_name  VARCHAR(400) NOT NULL,
    actor_email VARCHAR(400) NOT NULL,
    action      VARCHAR(40) NOT NULL,
    draft       VARCHAR(128),
    revision    BIGINT,
    version     BIGINT,
    environment VARCHAR(64),
    deployment  BIGINT,
    changed     BOOLEAN NOT NULL,
    changes     MEDIUMTEXT NOT NULL,
    request     VARCHAR(128),
    asked       BINARY(32),
    receipt     MEDIUMTEXT,
    PRIMARY KEY (workspace, agent, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS stet_audit_newest ON stet_audit (workspace, at, agent DESC, number);
CREATE UNIQUE INDEX IF NOT EXISTS stet_audit_by_request ON stet_audit (workspace, agent, request);

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS stet_format (number INTEGER NOT NULL PRIMARY KEY);
INSERT INTO stet_format (number) SELECT 1 FROM (SELECT 1 AS one) AS always WHERE (SELECT COUNT(*) FROM stet_format) = 0;
