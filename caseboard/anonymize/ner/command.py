"""`caseboard ner train`: make the weights anew from corpora one has, templates, and annotated texts."""

import time
from pathlib import Path

import click


@click.group("ner")
def ner() -> None:
    """The trained part of the name recognition."""


def _sources(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, Path]]:
    from caseboard.anonymize.ner.corpora import READERS

    found = []
    for value in values:
        kind, _, path = value.partition(":")
        if kind not in READERS or not Path(path).is_file():
            raise click.BadParameter(f"{value}: say KIND:FILE, with KIND one of {', '.join(READERS)}")
        found.append((kind, Path(path)))
    return found


@ner.command("train")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder for the weights.")
@click.option("--card", type=click.Path(dir_okay=False, path_type=Path), help="Model card; else beside the weights.")
@click.option("--corpus", "sources", multiple=True, callback=_sources, help="KIND:FILE, any number of times.")
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Annotated texts.")
@click.option("--leave-out", multiple=True, help="Pattern of annotated texts that this network does not see.")
@click.option("--member", default=1, show_default=True, help="Which network of the committee this is.")
@click.option("--keep-apart", default=1000, show_default=True, help="Last sentences of GermEval, to measure on.")
@click.option("--seed", default=1, show_default=True)
@click.option("--minutes", default=20.0, show_default=True, help="How long to train; the number of steps follows.")
@click.option("--steps", type=int, help="Exactly so many steps instead, to repeat a training.")
def train(
    out: Path,
    card: Path | None,
    sources: list[tuple[str, Path]],
    texts: Path | None,
    leave_out: tuple[str, ...],
    member: int,
    keep_apart: int,
    seed: int,
    minutes: float,
    steps: int | None,
) -> None:
    """Train, measure, and write weights, checksum and model card."""
    from caseboard.anonymize.ner.making import Order, make

    begun = time.monotonic()
    order = Order(
        out, card or out / "MODEL_CARD.md", sources, texts, leave_out, member, keep_apart, seed, minutes, steps
    )
    click.echo("\n" + make(order, lambda progress: _show(progress.done, progress.words, progress.loss, begun)))


@ner.command("collect")
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--leave-out", multiple=True, help="Pattern of annotated texts that rules or networks know already.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The rows, no texts.")
def collect(texts: Path, leave_out: tuple[str, ...], out: Path) -> None:
    """Note what speaks for each find in annotated texts that neither rules nor networks have learnt from."""
    from caseboard.anonymize.engine import Engine
    from caseboard.anonymize.ner import balancing
    from caseboard.anonymize.ner.generator import annotated

    balancing.kept(balancing.rows(Engine(), annotated(texts, leave_out)), out)


@ner.command("weigh")
@click.option("--rows", type=click.Path(exists=True, dir_okay=False, path_type=Path), multiple=True, required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The table of weights.")
def weigh(rows: tuple[Path, ...], out: Path) -> None:
    """Learn from what `collect` has noted how much each kind of evidence weighs."""
    from caseboard.anonymize.ner import balancing
    from caseboard.anonymize.signed import EVIDENCE, sign

    balancing.written(balancing.learn([row for path in rows for row in balancing.read(path)]), out)
    if out.name == EVIDENCE:
        sign(out.parent, out.name)
    click.echo("".join(f"{line}\n" for line in out.read_text(encoding="utf-8").splitlines()[:9]), nl=False)


def _show(done: float, words: int, loss: float, begun: float) -> None:
    spent = time.monotonic() - begun
    left = spent / done - spent if done else 0
    filled = round(30 * done)
    bar = f"[{'#' * filled}{'.' * (30 - filled)}] {done:4.0%}"
    click.echo(f"\r{bar}  {words:,} words  loss {loss:.4f}  {left / 60:.1f} min left ", nl=False)
