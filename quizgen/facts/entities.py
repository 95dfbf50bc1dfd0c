"""Names -> entities, and every name token linked to the entity that it stands for."""

from __future__ import annotations

from quizgen.langs import LanguagePack
from quizgen.model import Document, Entity, Reading


def link_names(document: Document, pack: LanguagePack) -> Reading:
    """`document` with its entities and the links from name tokens to them."""
    bare = Reading(document=document, entities=(), links={})
    entities = pack.read_entities(pack.find_names(bare), bare)
    links: dict[int, tuple[Entity, ...]] = {i: (entity,) for entity in entities for i in entity.mentions}
    return Reading(document=document, entities=entities, links=links)
