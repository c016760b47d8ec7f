-- The tables of Stet, format ${format}, for MariaDB. All texts are in the collation that compares them byte by byte
-- without padding. InnoDB keeps the rows of one agent together by the primary key.
-- Times are microseconds since 1970-01-01T00:00Z. docs/schema.md explains every column.

-- One row per agent. A deleted agent keeps its row with nothing but its id and the revision of its head.
CREATE TABLE IF NOT EXISTS ${t}agent (
    workspace         VARCHAR(128) NOT NULL,
    agent             VARCHAR(128) NOT NULL,
    head_revision     BIGINT NOT NULL,
    head_at           BIGINT,
    latest_version    BIGINT,
    latest_deployment BIGINT,
    open_drafts       INTEGER,
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
CREATE INDEX IF NOT EXISTS ${i}agent_newest ON ${t}agent (workspace, created_at DESC, agent);
CREATE INDEX IF NOT EXISTS ${i}agent_by_name ON ${t}agent (workspace, name_order, agent);

-- Working copies, and what became of them.
CREATE TABLE IF NOT EXISTS ${t}draft (
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
    PRIMARY KEY (workspace, agent, draft),
    CONSTRAINT ${i}draft_of_agent FOREIGN KEY (workspace, agent) REFERENCES ${t}agent (workspace, agent)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS ${i}draft_newest ON ${t}draft (workspace, agent, created_at DESC, draft);
CREATE INDEX IF NOT EXISTS ${i}draft_by_status ON ${t}draft (workspace, agent, status, created_at DESC, draft);

-- Every state every draft was in.
CREATE TABLE IF NOT EXISTS ${t}draft_revision (
    workspace        VARCHAR(128) NOT NULL,
    agent            VARCHAR(128) NOT NULL,
    draft            VARCHAR(128) NOT NULL,
    number           BIGINT NOT NULL,
    cause            VARCHAR(40) NOT NULL,
    hash             BINARY(32) NOT NULL,
    size             INTEGER NOT NULL,
    base             BIGINT,
    changed_sections MEDIUMTEXT NOT NULL,
    actor            VARCHAR(400) NOT NULL,
    actor_name       VARCHAR(400) NOT NULL,
    actor_email      VARCHAR(400) NOT NULL,
    at               BIGINT NOT NULL,
    PRIMARY KEY (workspace, agent, draft, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What was published. Nothing but the annotation, from annotation_revision on, ever changes.
CREATE TABLE IF NOT EXISTS ${t}version (
    workspace           VARCHAR(128) NOT NULL,
    agent               VARCHAR(128) NOT NULL,
    number              BIGINT NOT NULL,
    id                  VARCHAR(128) NOT NULL,
    hash                BINARY(32) NOT NULL,
    size                INTEGER NOT NULL,
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
CREATE UNIQUE INDEX IF NOT EXISTS ${i}version_by_id ON ${t}version (workspace, agent, id);

-- Which environment served what since when. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}deployment (
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
CREATE INDEX IF NOT EXISTS ${i}deployment_by_time ON ${t}deployment (workspace, agent, environment, at, number);
CREATE INDEX IF NOT EXISTS ${i}deployment_by_version ON ${t}deployment (workspace, agent, version, environment, number);

-- What each environment of an agent is like now.
CREATE TABLE IF NOT EXISTS ${t}environment (
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
    PRIMARY KEY (workspace, agent, name),
    CONSTRAINT ${i}environment_of_agent FOREIGN KEY (workspace, agent) REFERENCES ${t}agent (workspace, agent)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- What the config page of an environment was like at each of its revisions. Rows are only ever added.
CREATE TABLE IF NOT EXISTS ${t}page_revision (
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

-- Every content of an agent, once, under its hash.
CREATE TABLE IF NOT EXISTS ${t}content (
    workspace VARCHAR(128) NOT NULL,
    agent     VARCHAR(128) NOT NULL,
    hash      BINARY(32) NOT NULL,
    base      BINARY(32),
    encoding  INTEGER NOT NULL,
    bytes     MEDIUMBLOB,
    large     LONGBLOB,
    PRIMARY KEY (workspace, agent, hash)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Who did what when. Rows are only ever added, and stay when the agent is deleted.
CREATE TABLE IF NOT EXISTS ${t}audit (
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
    PRIMARY KEY (workspace, agent, number)
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
-- Read backwards. In the order of time it grows at its end, where it leaves no pages half empty.
CREATE INDEX IF NOT EXISTS ${i}audit_newest ON ${t}audit (workspace, at, agent DESC, number);
CREATE UNIQUE INDEX IF NOT EXISTS ${i}audit_by_request ON ${t}audit (workspace, agent, request);

-- The format of these tables, in one row that is written last.
CREATE TABLE IF NOT EXISTS ${t}format (number INTEGER NOT NULL PRIMARY KEY);
