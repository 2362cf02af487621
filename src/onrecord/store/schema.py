"""Tables and views of a ledger file.

Tables hold what the program needs, singular; views, plural, are for people and for tools such as Datasette.
Readings and claims are only ever added. The reading of an article that counts is the one added last; links
and entries are worked out from the claims, stand beside them and may be thrown away.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    select,
)

VERSION = 2
"""Version of the tables. A file of an older version is brought to this one, one of a newer version is refused."""
APPLICATION = 0x6F6E7263
"""SQLite's application id of a ledger: "onrc" in ASCII."""

metadata = MetaData()

schema_version = Table("schema_version", metadata, Column("version", Integer, nullable=False))

article = Table(
    "article",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", Text, ForeignKey("article.id"), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("url", Text),
    Column("outlet", Text),
    Column("original_outlet", Text),
    Column("title", Text),
    Column("byline", Text),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("earliest", Text),  # first and last day on which it may have been published
    Column("latest", Text),
    Column("truncated", Integer, nullable=False),
    Column(
        "sketch", LargeBinary, nullable=False
    ),  # of near-copies: 8 bytes a shingle, most significant first
    Column("digest", Text, nullable=False),  # the whole read form as JSON
    UniqueConstraint("article", "made_by"),
    Index("reading_article", "article", "number"),
    Index("reading_path", "path"),
)

claim = Table(
    "claim",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("reading.number"), nullable=False),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("hedged", Integer, nullable=False),
    Column("participants", Text, nullable=False),
    Column("place", Text),
    Column("country", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("sources", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("linkable", Text, nullable=False),  # JSON of records.linked.LinkClaim
    Index("claim_reading", "reading"),
    Index("claim_id", "id"),
    Index("claim_kind", "kind", "first_day"),
)

actor = Table(
    "actor",
    metadata,
    Column("reading", Integer, ForeignKey("reading.number"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("offices", Text, nullable=False),  # JSON of records.Actor.offices
    Column("mentions", Integer, nullable=False),
    Index("actor_id", "id"),
)

# What people decided about who is who: only ever added to. `one` and `other` are actors' ids.
judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("one", Text),
    Column("other", Text),
    Column("undoes", Text),
    Column("judgement", Text, nullable=False),  # JSON of records.judgement.Judgement
)

# Worked out of the judgements that hold, for the views: whom an id means, in one article or ("") in all.
judged_actor = Table(
    "judged_actor",
    metadata,
    Column("article", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("judged", Text, nullable=False),
    Column("name", Text, nullable=False),
)

# One linking of one set of readings: `fingerprint` names the set and the rules.
link = Table(
    "link",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("grouping", Integer, primary_key=True),
    Column("members", Text, nullable=False),  # JSON of records.linked.Group
)

entry = Table(
    "entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("place", Text),
    Column("country", Text),
    Column("participants", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("independent", Integer, nullable=False),
    Column("origins", Text, nullable=False),
    Column("as_of", Text),
    Column("engagement", Text, nullable=False),  # the ledger form as JSON
)

entry_claim = Table(
    "entry_claim",
    metadata,
    Column("article", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("entry", Text, nullable=False),
)

rejection = Table(
    "rejection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("path", "reason"),
)

LATEST = select(func.max(reading.c.number)).group_by(reading.c.article)
"""Numbers of the readings that count: of each article the one added last."""

SEARCH = """
CREATE VIRTUAL TABLE article_search USING fts5(
    text, content='article', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
)
"""

_CURRENT = "SELECT max(number) FROM reading GROUP BY article"

VIEWS = {
    "current_reading": f"SELECT * FROM reading WHERE number IN ({_CURRENT})",
    "articles": """
        SELECT r.article AS id, r.outlet, r.original_outlet, r.title, r.byline, r.published, r.earliest,
               r.latest, r.language, r.truncated, r.path, r.url, r.made_by, a.text,
               (SELECT count(*) FROM claim WHERE claim.reading = r.number) AS claims
        FROM current_reading r JOIN article a ON a.id = r.article
        ORDER BY r.earliest IS NULL, r.earliest, r.article
    """,
    "claims": """
        SELECT c.id, c.kind, c.status, c.hedged, c.participants, c.place, c.country, c.first_day, c.last_day,
               c.sources, c.evidence, r.article, r.outlet, r.published, e.entry AS engagement
        FROM claim c JOIN current_reading r ON r.number = c.reading
        LEFT JOIN entry_claim e ON e.article = r.article AND e.claim = c.id
    """,
    "engagements": """
        SELECT id, title, kind, status, first_day, last_day, place, country, participants, articles,
               independent, origins, as_of
        FROM entry ORDER BY position
    """,
    "actors": """
        SELECT one.id, one.name, one.kind, one.country, one.mentions, r.article,
               coalesce(here.judged, everywhere.judged, one.id) AS judged,
               coalesce(here.name, everywhere.name, one.name) AS judged_name
        FROM current_reading r JOIN actor one ON one.reading = r.number
        LEFT JOIN judged_actor here ON here.article = r.article AND here.id = one.id
        LEFT JOIN judged_actor everywhere ON everywhere.article = '' AND everywhere.id = one.id
    """,
    "judgements": """
        SELECT j.id, j.verdict, j.one, json_extract(j.judgement, '$.one.name') AS one_name, j.other,
               json_extract(j.judgement, '$.other.name') AS other_name,
               json_extract(j.judgement, '$.articles') AS articles, j.undoes,
               json_extract(j.judgement, '$.who') AS who, json_extract(j.judgement, '$.made') AS made,
               json_extract(j.judgement, '$.why') AS why,
               NOT EXISTS (SELECT 1 FROM judgement u WHERE u.undoes = j.id) AS holds
        FROM judgement j ORDER BY j.number
    """,
    "attributions": """
        SELECT json_extract(one.value, '$.id') AS id, json_extract(one.value, '$.source.name') AS source,
               json_extract(one.value, '$.source.actor') AS actor,
               substr(a.text, json_extract(one.value, '$.cue.start') + 1,
                      json_extract(one.value, '$.cue.end') - json_extract(one.value, '$.cue.start')) AS cue,
               substr(a.text, json_extract(one.value, '$.content[0].start') + 1,
                      json_extract(one.value, '$.content[0].end')
                      - json_extract(one.value, '$.content[0].start')) AS content,
               json_extract(one.value, '$.quoted') AS quoted, json_extract(one.value, '$.inside') AS inside,
               r.article
        FROM current_reading r JOIN article a ON a.id = r.article, json_each(r.digest, '$.attributions') one
    """,
    "findings": """
        SELECT json_extract(one.value, '$.check') AS "check", json_extract(one.value, '$.message') AS message,
               json_extract(one.value, '$.suggests') AS suggests,
               substr(a.text, json_extract(one.value, '$.start') + 1,
                      json_extract(one.value, '$.end') - json_extract(one.value, '$.start')) AS text,
               r.article, NULL AS engagement
        FROM current_reading r JOIN article a ON a.id = r.article, json_each(r.digest, '$.findings') one
        UNION ALL
        SELECT json_extract(one.value, '$.check'), json_extract(one.value, '$.message'),
               json_extract(one.value, '$.suggests'),
               substr(a.text, json_extract(one.value, '$.start') + 1,
                      json_extract(one.value, '$.end') - json_extract(one.value, '$.start')),
               a.id, e.id
        FROM entry e, json_each(e.engagement, '$.findings') one
        JOIN article a ON a.id = json_extract(one.value, '$.article')
        WHERE json_extract(one.value, '$.check') LIKE '%-conflict'
              OR json_extract(one.value, '$.check') IN ('bilocation', 'copy')
    """,
}
"""Views by name. Positions in text count code points, as SQLite's `substr` does."""

ACTORS_OF_READINGS = """
INSERT INTO actor (reading, id, name, kind, country, offices, mentions)
SELECT r.number, json_extract(one.value, '$.id'), json_extract(one.value, '$.name'),
       json_extract(one.value, '$.kind'), json_extract(one.value, '$.country'),
       json_extract(one.value, '$.offices'), json_array_length(one.value, '$.mentions')
FROM reading r, json_each(r.digest, '$.actors') one
"""
"""Fills `actor` from readings that a ledger of version 1 holds."""
