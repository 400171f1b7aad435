"""Reads the exports in a folder with the packages that others read them with, and prints what they hold as JSON."""

import json
import sys
import warnings
from collections import Counter
from pathlib import Path

import networkx
import rdflib
from followthemoney import model
from followthemoney.types import registry
from prov.model import ProvDocument

warnings.simplefilter("error")
# rdflib calls what it has itself deprecated.
warnings.simplefilter("ignore", DeprecationWarning)


def ftm(path: Path) -> dict:
    schemata: Counter = Counter()
    names, lost, invalid, captions = [], [], [], {}
    entities = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    ids = {entity["id"] for entity in entities}
    dangling = []
    for data in entities:
        proxy = model.get_proxy(data, cleaned=True)
        proxy.schema.validate(data)
        captions[proxy.id] = proxy.caption
        schemata[proxy.schema.name] += 1
        for required in proxy.schema.required:
            if not proxy.get(required):
                invalid.append([proxy.id, required, "missing"])
        for name, values in data["properties"].items():
            prop = proxy.schema.get(name)
            if prop is None:
                lost.append([proxy.id, name])
                continue
            for value in values:
                if not prop.type.validate(value):
                    invalid.append([proxy.id, name, value])
                if prop.type == registry.entity and value not in ids:
                    dangling.append([proxy.id, name, value])
                if prop.type == registry.entity and value in ids:
                    target = model.get(next(e["schema"] for e in entities if e["id"] == value))
                    if not target.is_a(prop.range):
                        invalid.append([proxy.id, name, target.name])
        # The second reading cleans every value, as an importer does: it must find nothing to change.
        cleaned = model.get_proxy(data, cleaned=False)
        for name in data["properties"]:
            before, after = set(data["properties"][name]), set(cleaned.get(name, quiet=True))
            if before != after:
                invalid.append([proxy.id, name, sorted(before ^ after)])
        if proxy.schema.is_a("LegalEntity"):
            names.extend(proxy.names)
    return {
        "schemata": dict(schemata),
        "names": sorted(names),
        "lost": lost,
        "invalid": invalid,
        "dangling": dangling,
        "captions": captions,
    }


def prov(path: Path) -> dict:
    text = path.read_text("utf-8")
    document = ProvDocument.deserialize(content=text, format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    return {
        "same": document == again,
        "records": dict(Counter(record.get_type().localpart for record in document.get_records())),
        "uri": sorted(record.identifier.uri for record in document.get_records())[0],
        "provn": len(document.get_provn().splitlines()) > 0,
    }


def graph(graph) -> dict:
    node = graph.nodes["person:nicolas-maduro"]
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(), "label": node["label"]}


def trig(path: Path) -> dict:
    dataset = rdflib.Dataset()
    dataset.parse(path, format="trig")
    graphs = [graph for graph in dataset.graphs() if len(graph)]
    kinds = Counter(str(graph.identifier).split("#")[-1] for graph in graphs)
    nanopubs = rdflib.URIRef("http://www.nanopub.org/nschema#Nanopublication")
    found = {subject for subject, _, _, _ in dataset.quads((None, rdflib.RDF.type, nanopubs, None))}
    return {"graphs": dict(kinds), "nanopubs": len(found)}


def json_ld(path: Path) -> dict:
    # The context of schema.org would be fetched from the web: its vocabulary alone says the same of types and ids.
    data = json.loads(path.read_text("utf-8"))
    assert data["@context"] == "https://schema.org"
    data["@context"] = {"@vocab": "https://schema.org/"}
    triples = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    types = Counter(str(kind).rsplit("/", 1)[-1] for _, _, kind in triples.triples((None, rdflib.RDF.type, None)))
    return {"types": dict(types)}


folder = Path(sys.argv[1])
print(
    json.dumps(
        {
            "ftm": ftm(folder / "seed.ftm.json"),
            "register": ftm(folder / "register.ftm.json"),
            "prov": prov(folder / "seed.prov.json"),
            "gexf": graph(networkx.read_gexf(folder / "seed.gexf")),
            "graphml": graph(networkx.read_graphml(folder / "seed.graphml")),
            "trig": trig(folder / "seed.trig"),
            "schemaOrg": json_ld(folder / "seed.jsonld"),
            "claimReview": json_ld(folder / "rated.jsonld"),
        }
    )
)
