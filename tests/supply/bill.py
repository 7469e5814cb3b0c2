"""Bills of materials (CycloneDX 1.6, JSON) and the licence texts of what is delivered.

bill.py OUT: for the crate, the C library and the npm package. The same lock file gives the same
bytes: no moment, and a serial number made from the components.
"""

import json
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[2]
LINUX, WASM = "x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"


@dataclass(frozen=True)
class Delivery:
    """Something that is delivered: the package that it is built from, and for what."""

    name: str
    package: str
    target: str
    kind: str
    features: str = ""


DELIVERIES = (
    Delivery("innovation-core", "innovation-core", LINUX, "cargo", "innovation-core/sheets"),
    Delivery("innovation-c", "bindings-c", LINUX, "generic"),
    Delivery("innovation-npm", "bindings-wasm", WASM, "npm"),
)


def cargo(*words: str) -> str:
    return subprocess.run(["cargo", *words, "--locked"], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def delivered(delivery: Delivery) -> tuple[dict, dict[str, list[str]], dict[str, dict]]:
    """The package delivered, what each of its parts needs, and all of these by id."""
    graph = json.loads(cargo("metadata", "--format-version", "1", "--filter-platform", delivery.target))
    # The graph has the features of the whole workspace; the tree those of the package alone, and
    # nothing that runs in the compiler.
    features = ("--features", delivery.features) if delivery.features else ()
    tree = cargo("tree", "-p", delivery.package, "--target", delivery.target, *features, "-e", "normal,no-proc-macro", "--prefix", "none")
    parts = {tuple(line.split()[:2]) for line in tree.splitlines()}
    packages = {p["id"]: p for p in graph["packages"] if (p["name"], f"v{p['version']}") in parts}
    root = next(package for package in packages.values() if package["name"] == delivery.package)
    needs = {
        node["id"]: sorted(
            need["pkg"]
            for need in node["deps"]
            if need["pkg"] in packages and any(kind["kind"] is None for kind in need["dep_kinds"])
        )
        for node in graph["resolve"]["nodes"]
        if node["id"] in packages
    }
    return root, needs, packages


def checksums() -> dict[tuple[str, str], str]:
    """SHA-256 of each crate, from the lock file."""
    found, crate = {}, {}
    for line in (ROOT / "Cargo.lock").read_text().splitlines():
        key, _, value = line.partition(" = ")
        crate = {} if line == "[[package]]" else crate | {key: value.strip('"')}
        if key == "checksum":
            found[crate["name"], crate["version"]] = crate["checksum"]
    return found


def component(package: dict, kind: str, sums: dict) -> Component:
    name, version = package["name"], package["version"]
    checksum = sums.get((name, version))
    licence = (package["license"] or "").replace("/", " OR ")
    return Component(
        name=name,
        version=version,
        bom_ref=f"{name}@{version}",
        type=ComponentType.LIBRARY,
        description=package["description"],
        purl=PackageURL(kind, name=name, version=version),
        licenses=[LicenseFactory().make_from_string(licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
    )


def bill(delivery: Delivery, sums: dict) -> tuple[str, list[dict]]:
    package, needs, packages = delivered(delivery)
    root = package["id"]
    parts = {one: component(packages[one], "cargo", sums) for one in needs if one != root}
    parts[root] = component(package, delivery.kind, sums)
    names = ",".join(sorted(part.bom_ref.value for part in parts.values()))
    bom = Bom(serial_number=uuid.uuid5(uuid.NAMESPACE_URL, f"{delivery.name}:{names}"))
    bom.metadata.component = parts[root]
    bom.metadata.timestamp = None
    for one, part in parts.items():
        if one != root:
            bom.components.add(part)
    for one, its in needs.items():
        bom.register_dependency(parts[one], [parts[need] for need in its])
    document = json.loads(JsonV1Dot6(bom).output_as_string())
    document["metadata"].pop("timestamp", None)
    text = json.dumps(document, indent=1, sort_keys=True)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault:
        raise SystemExit(f"{delivery.name}: not CycloneDX: {fault}")
    return text, [packages[one] for one in sorted(needs) if one != root]


def texts(packages: list[dict]) -> str:
    """Every licence text that the crates carry, once, with whom it is of."""
    whose: dict[str, list[str]] = {}
    for package in packages:
        folder = Path(package["manifest_path"]).parent
        own = [
            path
            for path in sorted(folder.iterdir())
            if path.is_file() and path.stem.upper().split("-")[0] in ("LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE")
        ]
        if not own and folder.parent != ROOT:
            print(f"    {package['name']} {package['version']} carries no text, only its name: {package['license']}")
        for path in own:
            whose.setdefault(path.read_text().strip(), []).append(f"{package['name']} {package['version']} ({path.name})")
    parts = [f"{', '.join(names)}\n\n{text}" for text, names in sorted(whose.items(), key=lambda pair: pair[1])]
    return ("\n\n" + "-" * 80 + "\n\n").join(parts) + "\n"


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    sums = checksums()
    for delivery in DELIVERIES:
        text, packages = bill(delivery, sums)
        (out / f"{delivery.name}.cdx.json").write_text(text + "\n")
        (out / f"{delivery.name}.licences.txt").write_text(texts(packages))
        print(f"{delivery.name}: {len(packages)} components")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
